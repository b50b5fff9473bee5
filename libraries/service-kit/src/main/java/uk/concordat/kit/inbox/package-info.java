/** What the inboxes of all services share. */
@org.jspecify.annotations.NullMarked
package uk.concordat.kit.inbox;
