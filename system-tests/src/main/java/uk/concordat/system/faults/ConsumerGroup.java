package uk.concordat.system.faults;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** The place of a service among the readers of topics. */
record ConsumerGroup(String name, String bootstrapServers) {

    /** To the beginning of all that it has read; whoever reads for it has stopped. */
    void rewind() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Awaitility.await(name + " rewound")
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptionsMatching(failure -> failure instanceof ExecutionException)
                    .until(() -> rewound(admin));
        }
    }

    /** Refused while the broker still takes somebody for a member. */
    private boolean rewound(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> beginning =
                admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata().get().keySet().stream()
                        .collect(Collectors.toMap(each -> each, _ -> new OffsetAndMetadata(0)));
        if (!beginning.isEmpty()) {
            admin.alterConsumerGroupOffsets(name, beginning).all().get();
        }
        return true;
    }
}
