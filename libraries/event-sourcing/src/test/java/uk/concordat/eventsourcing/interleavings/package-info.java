/**
 * Relay, broker and inbox as a model small enough to be walked through in every order. Each step is named after the
 * statement that it stands for, so that the model can be read beside {@code OutboxRelay}, {@code OrderedSender} and
 * {@code Inbox}.
 */
@NullMarked
package uk.concordat.eventsourcing.interleavings;

import org.jspecify.annotations.NullMarked;
