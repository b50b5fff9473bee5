package uk.concordat.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The processes of a stack by name, in the order in which they lean on each other. */
final class StackParts {

    private final StackSettings settings;
    private final StackDirectory directory;
    private final Backends backends;
    private final MailServer mail;
    private final HttpClient http;
    private final List<ServiceProcess> services;
    private final List<ServiceProcess> replicas = new CopyOnWriteArrayList<>();

    StackParts(StackSettings settings, StackDirectory directory, Backends backends, HttpClient http) {
        this.settings = settings;
        this.directory = directory;
        this.backends = backends;
        this.http = http;
        this.mail = new MailServer(
                directory, settings.ports().mail(), settings.ports().mailImap());
        this.services = ServiceProcess.NAMES.stream()
                .map(name -> process(name, name, settings.ports().of(name)))
                .toList();
    }

    private ServiceProcess process(String name, String service, int port) {
        return new ServiceProcess(name, service, port, settings.repository(), directory, backends, mail, http);
    }

    MailServer mail() {
        return mail;
    }

    List<ServiceProcess> services() {
        return services;
    }

    List<Component> all() {
        List<Component> all = new ArrayList<>(List.of(backends.postgres(), backends.kafka(), mail));
        all.addAll(services);
        all.addAll(replicas);
        return all;
    }

    Component component(String name) {
        return all().stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no component " + name + " in the local stack; it has "
                        + all().stream().map(Component::name).toList()));
    }

    ServiceProcess service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "There is no " + name + " in the local stack; it has " + ServiceProcess.NAMES));
    }

    /** Where a service and its further replicas listen. */
    List<URI> addresses(String service) {
        return Stream.concat(services.stream(), replicas.stream())
                .filter(each -> each.service().equals(service))
                .map(ServiceProcess::address)
                .toList();
    }

    ServiceProcess addReplica(String service) {
        int number = 1 + addresses(service).size();
        ServiceProcess replica =
                process(service + "-" + number, service, Ports.free().enquiry());
        replicas.add(replica);
        return replica.start();
    }

    void removeReplica(String name) {
        replicas.stream().filter(replica -> replica.name().equals(name)).forEach(replica -> {
            replica.close();
            replicas.remove(replica);
        });
    }

    /** Ends what leans on others before those, and these also if one of the first does not end. */
    void end(Consumer<Component> ending) {
        try {
            Together.run(Stream.concat(services.stream(), replicas.stream())
                    .<Runnable>map(service -> () -> ending.accept(service))
                    .toList());
        } finally {
            try {
                Together.run(List.of(() -> ending.accept(backends.kafka()), () -> ending.accept(mail)));
            } finally {
                ending.accept(backends.postgres());
            }
        }
    }
}
