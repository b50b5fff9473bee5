/** What the tests of all services stand on: real PostgreSQL, real Kafka, and the cast as council-service would publish it. */
@org.jspecify.annotations.NullMarked
package uk.concordat.kit.testing;
