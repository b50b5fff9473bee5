package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.PackId;

/**
 * In what situation a directory is heard.
 *
 * @param groupTerms what packs say of groups, of those that say something
 * @param today in the council
 */
public record ProvisioningSituation(
        PeopleMaster master, Map<PackId, GroupTerms> groupTerms, LocalDate today, Instant now) {}
