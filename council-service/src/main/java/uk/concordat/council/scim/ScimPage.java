package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.messages.ListResponse;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for; the first is number 1. */
record ScimPage(int startIndex, int count) {

    static final int MOST = 200;
    private static final int UNLESS_ASKED = 100;

    /** Numbers that go too far are taken as far as they go (RFC 7644, 3.4.2.4). */
    static ScimPage of(@Nullable String startIndex, @Nullable String count) {
        return new ScimPage(
                Math.max(1, number("startIndex", startIndex, 1)),
                Math.clamp(number("count", count, UNLESS_ASKED), 0, MOST));
    }

    private static int number(String parameter, @Nullable String value, int unlessAsked) {
        if (value == null || value.isBlank()) {
            return unlessAsked;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException none) {
            throw ScimType.INVALID_VALUE.fault("%s is a whole number.".formatted(parameter));
        }
    }

    <T> ListResponse<ObjectNode> of(List<T> all, Function<T, ObjectNode> show) {
        List<ObjectNode> shown =
                all.stream().skip(startIndex - 1L).limit(count).map(show).toList();
        return new ListResponse<>(all.size(), shown, startIndex, shown.size());
    }
}
