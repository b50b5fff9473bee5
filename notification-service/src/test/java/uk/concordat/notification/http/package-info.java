/** The service on real PostgreSQL and real Kafka: enquiries speak on their topics, people read over HTTP. */
@org.jspecify.annotations.NullMarked
package uk.concordat.notification.http;
