package uk.concordat.protocols.pack;

import java.util.List;
import java.util.Optional;

/** A pack as its file writes it, once the schema has found its shape good: rules are cited by id alone. */
record PackDocument(
        String pack,
        String version,
        String title,
        String council,
        String approved,
        EnquiriesEntry enquiries,
        Optional<GroupsEntry> groups,
        Optional<List<RuleEntry>> rules,
        Optional<SettingsEntry> settings,
        Optional<AdoptionEntry> adoption) {

    record RuleEntry(String rule, String paragraph, String mode, String text) {}

    record SettingsEntry(List<String> changedBy, String rule, String reading, Optional<CitationEntry> quietHours) {
        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record AdoptionEntry(List<String> by, String rule, String reading) {
        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record GroupsEntry(
            int minimum,
            Optional<String> toldTo,
            String rule,
            String reading,
            Optional<PolicyEntry> leaderOfTheOpposition) {
        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record EnquiriesEntry(
            List<ClockEntry> clocks,
            List<String> channels,
            CitationEntry channelsRule,
            Optional<CitationEntry> answerSettlesAcknowledgement,
            Optional<AddresseeEntry> addressee,
            Optional<PolicyEntry> acknowledgement,
            Optional<HoldingReplyEntry> holdingReply,
            Optional<PolicyEntry> timescale,
            Optional<OfficerToMemberEntry> officerToMember,
            List<UnstatedEntry> unstated) {}

    record OfficerToMemberEntry(List<ClockEntry> clocks, List<UnstatedEntry> unstated) {}

    record PolicyEntry(String policy, String rule, String reading) {
        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record AddresseeEntry(String policy, List<String> roles, String rule, String reading) {
        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record HoldingReplyEntry(String policy, String rule, String reading, CitationEntry setsNoDate) {
        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record ClockEntry(String kind, String policy, int workingDays, String rule, String reading) {

        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record UnstatedEntry(String kind, String rule, String reading) {

        CitationEntry citation() {
            return new CitationEntry(rule, reading);
        }
    }

    record CitationEntry(String rule, String reading) {}
}
