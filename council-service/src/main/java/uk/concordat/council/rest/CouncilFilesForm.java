package uk.concordat.council.rest;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The parts of an import's form: by these names they are files, though a sender gives them none. */
public class CouncilFilesForm {

    @RestForm
    public @Nullable FileUpload council;

    @RestForm
    public @Nullable FileUpload people;

    @RestForm
    public @Nullable FileUpload posts;

    @RestForm
    public @Nullable FileUpload holders;

    @RestForm
    public @Nullable FileUpload deputies;

    @RestForm
    public @Nullable FileUpload allocations;

    @RestForm
    public @Nullable FileUpload groups;

    @RestForm("group-members")
    public @Nullable FileUpload groupMembers;

    @RestForm
    public @Nullable FileUpload wards;

    @RestForm("ward-members")
    public @Nullable FileUpload wardMembers;

    @RestForm
    public @Nullable FileUpload bodies;

    @RestForm("body-members")
    public @Nullable FileUpload bodyMembers;

    @RestForm
    public @Nullable FileUpload elections;
}
