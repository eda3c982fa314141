IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
CREATE TABLE [asp_net_users] (
    [id] uniqueidentifier NOT NULL,
    [user_name] nvarchar(256) NULL,
    [normalized_user_name] nvarchar(256) NULL,
    [email] nvarchar(256) NULL,
    [normalized_email] nvarchar(256) NULL,
    [email_confirmed] bit NOT NULL,
    [password_hash] nvarchar(400) NULL,
    [security_stamp] nvarchar(400) NULL,
    [concurrency_stamp] nvarchar(400) NULL,
    [phone_number] nvarchar(400) NULL,
    [phone_number_confirmed] bit NOT NULL,
    [two_factor_enabled] bit NOT NULL,
    [lockout_end] bigint NULL,
    [lockout_enabled] bit NOT NULL,
    [access_failed_count] int NOT NULL,
    CONSTRAINT [PK_asp_net_users] PRIMARY KEY ([id])
);

CREATE TABLE [idempotent_requests] (
    [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [fingerprint] varbinary(32) NOT NULL,
    [owner_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [result] varbinary(max) NULL,
    [created_at] bigint NOT NULL,
    CONSTRAINT [PK_idempotent_requests] PRIMARY KEY ([id])
);

CREATE TABLE [organisations] (
    [id] uniqueidentifier NOT NULL,
    [parent_id] uniqueidentifier NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] nvarchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(100) NOT NULL,
    [organ_id] uniqueidentifier NULL,
    [created_at] bigint NOT NULL,
    [version] int NOT NULL,
    [profile_contact] nvarchar(400) NOT NULL,
    [profile_court] nvarchar(400) NOT NULL,
    [profile_division_codes] nvarchar(400) NOT NULL,
    [profile_number_digits] int NOT NULL,
    [profile_number_template] nvarchar(400) NOT NULL,
    [profile_payee_text] nvarchar(400) NOT NULL,
    [profile_reconsideration_organ] nvarchar(400) NOT NULL,
    [profile_seal_sha256] nvarchar(400) NULL,
    [profile_short_name] nvarchar(400) NOT NULL,
    CONSTRAINT [PK_organisations] PRIMARY KEY ([id]),
    CONSTRAINT [FK_organisations_organisations_parent_id] FOREIGN KEY ([parent_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [outbox] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [type] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject_id] uniqueidentifier NOT NULL,
    [owner_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] bigint NOT NULL,
    CONSTRAINT [PK_outbox] PRIMARY KEY ([id])
);

CREATE TABLE [record_chains] (
    [id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [last_seq] int NOT NULL,
    [last_hash] varbinary(32) NOT NULL,
    CONSTRAINT [PK_record_chains] PRIMARY KEY ([id])
);

CREATE TABLE [record_entries] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [chain_id] uniqueidentifier NOT NULL,
    [chain_seq] int NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [type] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [canonical] varbinary(max) NOT NULL,
    [previous_hash] varbinary(32) NOT NULL,
    [hash] varbinary(32) NOT NULL,
    [claimed_at] bigint NOT NULL,
    [recorded_at] bigint NOT NULL,
    CONSTRAINT [PK_record_entries] PRIMARY KEY ([id])
);

CREATE TABLE [asp_net_user_claims] (
    [id] int NOT NULL IDENTITY,
    [user_id] uniqueidentifier NOT NULL,
    [claim_type] nvarchar(400) NULL,
    [claim_value] nvarchar(400) NULL,
    CONSTRAINT [PK_asp_net_user_claims] PRIMARY KEY ([id]),
    CONSTRAINT [FK_asp_net_user_claims_asp_net_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [asp_net_users] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [asp_net_user_logins] (
    [login_provider] nvarchar(400) NOT NULL,
    [provider_key] nvarchar(400) NOT NULL,
    [provider_display_name] nvarchar(400) NULL,
    [user_id] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_asp_net_user_logins] PRIMARY KEY ([login_provider], [provider_key]),
    CONSTRAINT [FK_asp_net_user_logins_asp_net_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [asp_net_users] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [asp_net_user_tokens] (
    [user_id] uniqueidentifier NOT NULL,
    [login_provider] nvarchar(400) NOT NULL,
    [name] nvarchar(400) NOT NULL,
    [value] nvarchar(400) NULL,
    CONSTRAINT [PK_asp_net_user_tokens] PRIMARY KEY ([user_id], [login_provider], [name]),
    CONSTRAINT [FK_asp_net_user_tokens_asp_net_users_user_id] FOREIGN KEY ([user_id]) REFERENCES [asp_net_users] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [record_secrets] (
    [entry_id] uniqueidentifier NOT NULL,
    [payload] varbinary(max) NOT NULL,
    CONSTRAINT [PK_record_secrets] PRIMARY KEY ([entry_id]),
    CONSTRAINT [FK_record_secrets_record_entries_entry_id] FOREIGN KEY ([entry_id]) REFERENCES [record_entries] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_asp_net_user_claims_user_id] ON [asp_net_user_claims] ([user_id]);

CREATE INDEX [IX_asp_net_user_logins_user_id] ON [asp_net_user_logins] ([user_id]);

CREATE INDEX [EmailIndex] ON [asp_net_users] ([normalized_email]);

CREATE UNIQUE INDEX [UserNameIndex] ON [asp_net_users] ([normalized_user_name]) WHERE [normalized_user_name] IS NOT NULL;

CREATE INDEX [IX_idempotent_requests_created_at] ON [idempotent_requests] ([created_at]);

CREATE INDEX [IX_organisations_parent_id] ON [organisations] ([parent_id]);

CREATE UNIQUE INDEX [IX_organisations_path] ON [organisations] ([path]);

CREATE INDEX [IX_outbox_seq] ON [outbox] ([seq]);

CREATE UNIQUE INDEX [IX_record_entries_chain_id_chain_seq] ON [record_entries] ([chain_id], [chain_seq]);

CREATE INDEX [IX_record_entries_seq] ON [record_entries] ([seq]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261122025737_Initial', N'10.0.14');

COMMIT;
GO

