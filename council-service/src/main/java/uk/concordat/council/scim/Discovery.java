package uk.concordat.council.scim;

import com.unboundid.scim2.common.BaseScimResource;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AuthenticationScheme;
import com.unboundid.scim2.common.types.BulkConfig;
import com.unboundid.scim2.common.types.ChangePasswordConfig;
import com.unboundid.scim2.common.types.ETagConfig;
import com.unboundid.scim2.common.types.EnterpriseUserExtension;
import com.unboundid.scim2.common.types.FilterConfig;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Meta;
import com.unboundid.scim2.common.types.PatchConfig;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.types.SortConfig;
import com.unboundid.scim2.common.types.UserResource;
import com.unboundid.scim2.common.utils.SchemaUtils;
import java.beans.IntrospectionException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What there is of SCIM here, in its own resources. */
final class Discovery {

    private static final Set<String> OF_USERS =
            Set.of("userName", "name", "displayName", "userType", "active", "emails");
    private static final Set<String> OF_GROUPS = Set.of("displayName", "members");
    private static final Set<String> OF_THE_EXTENSION = Set.of("employeeNumber", "department", "manager");

    private Discovery() {}

    static ServiceProviderConfigResource configuration(Locations locations) {
        ServiceProviderConfigResource configuration = new ServiceProviderConfigResource(
                null,
                new PatchConfig(true),
                new BulkConfig(false, 0, 0),
                new FilterConfig(true, ScimPage.MOST),
                new ChangePasswordConfig(false),
                new SortConfig(false),
                new ETagConfig(true),
                List.of(AuthenticationScheme.createOAuth2BearerToken(true)));
        return at(configuration, locations.named("ServiceProviderConfig"), "ServiceProviderConfig");
    }

    static List<ResourceTypeResource> types(Locations locations) {
        ResourceTypeResource users = at(
                new ResourceTypeResource(
                        "User",
                        "User",
                        "A person of the council",
                        URI.create("/Users"),
                        URI.create(UserDocument.CORE),
                        List.of(new ResourceTypeResource.SchemaExtension(URI.create(UserDocument.ENTERPRISE), false))),
                locations.named("ResourceTypes/User"),
                "ResourceType");
        ResourceTypeResource groups = at(
                new ResourceTypeResource(
                        "Group",
                        "Group",
                        "A group of the council's directory",
                        URI.create("/Groups"),
                        URI.create(GroupDocument.CORE),
                        null),
                locations.named("ResourceTypes/Group"),
                "ResourceType");
        return List.of(users, groups);
    }

    static List<SchemaResource> schemas(Locations locations) {
        return List.of(
                schema(UserResource.class, OF_USERS, locations),
                schema(EnterpriseUserExtension.class, OF_THE_EXTENSION, locations),
                schema(GroupResource.class, OF_GROUPS, locations));
    }

    private static SchemaResource schema(Class<?> of, Set<String> kept, Locations locations) {
        try {
            SchemaResource whole = Objects.requireNonNull(SchemaUtils.getSchema(of));
            Collection<AttributeDefinition> attributes = whole.getAttributes().stream()
                    .filter(attribute -> kept.contains(attribute.getName()))
                    .toList();
            String id = Objects.requireNonNull(whole.getId());
            return at(
                    new SchemaResource(id, whole.getName(), whole.getDescription(), attributes),
                    locations.named("Schemas/" + id),
                    "Schema");
        } catch (IntrospectionException impossible) {
            throw new IllegalStateException("The SCIM SDK's own types can be described", impossible);
        }
    }

    private static <T extends BaseScimResource> T at(T resource, URI location, String type) {
        resource.setMeta(new Meta().setLocation(location).setResourceType(type));
        return resource;
    }
}
