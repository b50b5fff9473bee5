package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's part in a political group.
 *
 * @param part {@code member}, or what a member of it is beside that: {@code leader}, {@code whip} or
 *     {@code leader-of-the-opposition}
 */
public record GroupMembership(String group, String part, LocalDate from, Optional<LocalDate> to) {

    public static final String MEMBER = "member";
    public static final String LEADER = "leader";
    public static final String WHIP = "whip";
    public static final String LEADER_OF_THE_OPPOSITION = "leader-of-the-opposition";
}
