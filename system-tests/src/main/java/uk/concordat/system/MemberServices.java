package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import uk.concordat.local.LocalStack;

/** A council's member services, who say on which days the council does not work. */
public record MemberServices(LocalStack stack, Portal portal, String council) {

    private static final String MEMBER_SERVICES = "member-services";
    private static final String SERVICE = "council-service";
    private static final Duration REST = Duration.ofSeconds(60);

    /** Proclaims a day, and returns once every date has been compared with the calendar. */
    public void proclaim(Map<String, Object> day, int status) {
        Portal.Answer answer = portal.post(MEMBER_SERVICES, SERVICE, path(), Optional.empty(), day);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        stack.awaitRest(REST);
    }

    /** Withdraws a day that is still ahead. */
    public void withdraw(String day) {
        String path = path() + "/" + day;
        Portal.Answer seen = portal.get(MEMBER_SERVICES, SERVICE, path);
        Portal.Answer answer = portal.post(
                MEMBER_SERVICES,
                SERVICE,
                path + "/withdrawal",
                seen.etag(),
                Map.of("reason", "It is not kept after all."));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        stack.awaitRest(REST);
    }

    private String path() {
        return "/councils/" + council + "/non-working-days";
    }
}
