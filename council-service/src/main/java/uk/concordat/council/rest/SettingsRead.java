package uk.concordat.council.rest;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.application.ChangingSettings;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.council.domain.LocalTarget;
import uk.concordat.council.domain.OpenTerms;
import uk.concordat.council.domain.QuietHours;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.StrictJson;

/** Settings as they are sent. */
final class SettingsRead {

    private SettingsRead() {}

    /** @throws MalformedRequest if the body is none, or names what there is not */
    static ChangingSettings.Sent of(byte[] body) {
        SettingsBodies.NewSettings read = StrictJson.read(body, SettingsBodies.NewSettings.class);
        return new ChangingSettings.Sent(
                new CouncilSettings(
                        new LocalSettings(
                                read.reminderWorkingDays(), read.rungWorkingDays(), read.followUpWorkingDays()),
                        read.targets().orElse(List.of()).stream()
                                .map(SettingsRead::target)
                                .toList(),
                        read.quietHours()
                                .map(hours -> new QuietHours(
                                        time("quietHours/from", hours.from()), time("quietHours/to", hours.to())))),
                read.from(),
                Fields.text("reason", read.reason(), SettingsBodies.TEXT));
    }

    private static LocalTarget target(SettingsBodies.@Nullable TargetBody target) {
        SettingsBodies.TargetBody sent = Fields.required("targets/…", target);
        return new LocalTarget(
                oneOf("targets/direction", sent.direction(), OpenTerms.DIRECTIONS),
                oneOf("targets/kind", sent.kind(), OpenTerms.KINDS),
                Fields.required("targets/workingDays", sent.workingDays()));
    }

    private static String oneOf(String field, @Nullable String code, List<String> codes) {
        String sent = Fields.required(field, code);
        if (!codes.contains(sent)) {
            throw new MalformedRequest(
                    "unknown-code", "The field /%s is one of %s.".formatted(field, String.join(", ", codes)));
        }
        return sent;
    }

    private static LocalTime time(String field, @Nullable String time) {
        String sent = Fields.required(field, time);
        try {
            if (sent.length() == "19:00".length()) {
                return LocalTime.parse(sent);
            }
        } catch (DateTimeException none) {
            throw noTime(field);
        }
        throw noTime(field);
    }

    private static MalformedRequest noTime(String field) {
        return new MalformedRequest("no-time-of-day", "The field /%s is a time of day such as 19:00.".formatted(field));
    }
}
