/** The service over HTTP, on real PostgreSQL and real Kafka. */
@org.jspecify.annotations.NullMarked
package uk.concordat.council.http;
