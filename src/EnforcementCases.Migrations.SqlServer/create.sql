SET QUOTED_IDENTIFIER ON;
SET XACT_ABORT ON;
GO

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
CREATE TABLE [bank_deposits] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [slip] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [amount_fen] bigint NOT NULL,
    [deposited_fen] bigint NOT NULL,
    [at] bigint NOT NULL,
    [deposited_on] date NOT NULL,
    [booked_on] date NOT NULL,
    CONSTRAINT [PK_bank_deposits] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [bank_statements] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [covers_from] date NOT NULL,
    [covers_to] date NOT NULL,
    [has_deposits] bit NOT NULL,
    [has_refunds] bit NOT NULL,
    [imported_by] uniqueidentifier NOT NULL,
    [imported_at] bigint NOT NULL,
    CONSTRAINT [PK_bank_statements] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [cash_difference_notes] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [difference_key] nvarchar(160) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [text] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [written_by] uniqueidentifier NOT NULL,
    [written_by_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    CONSTRAINT [PK_cash_difference_notes] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [cash_handovers] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [officer_id] uniqueidentifier NOT NULL,
    [officer_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    [booked_on] date NOT NULL,
    [amount_fen] bigint NOT NULL,
    [counted_fen] bigint NULL,
    [received_by] uniqueidentifier NULL,
    [received_by_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [received_at] bigint NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_cash_handovers] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [cash_months] (
    [id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [month] date NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [closed_by] uniqueidentifier NULL,
    [closed_by_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [closed_at] bigint NULL,
    [countersigned_by] uniqueidentifier NULL,
    [countersigned_by_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [countersigned_at] bigint NULL,
    [sent_back_because] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_cash_months] PRIMARY KEY ([id])
);

CREATE TABLE [catalogue_data_sets] (
    [id] uniqueidentifier NOT NULL,
    [name] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [label] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] int NOT NULL,
    [loaded_at] bigint NOT NULL,
    CONSTRAINT [PK_catalogue_data_sets] PRIMARY KEY ([id])
);

CREATE TABLE [catalogue_source_rows] (
    [sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_catalogue_source_rows] PRIMARY KEY ([sha256])
);

CREATE TABLE [idempotent_requests] (
    [id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [fingerprint] varbinary(32) NOT NULL,
    [owner_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [result] varbinary(max) NULL,
    [created_at] bigint NOT NULL,
    CONSTRAINT [PK_idempotent_requests] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [job_runs] (
    [name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [period] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [token] int NOT NULL,
    [holder] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [lease_until] bigint NOT NULL,
    [started_at] bigint NOT NULL,
    [finished_at] bigint NULL,
    [steps_done] int NOT NULL,
    [error] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_job_runs] PRIMARY KEY ([name], [period])
);

CREATE TABLE [organisations] (
    [id] uniqueidentifier NOT NULL,
    [parent_id] uniqueidentifier NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] nvarchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [organ_id] uniqueidentifier NULL,
    [created_at] bigint NOT NULL,
    [version] int NOT NULL,
    [profile_contact] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [profile_court] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [profile_division_codes] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [profile_number_digits] int NOT NULL,
    [profile_number_template] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [profile_payee_text] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [profile_reconsideration_organ] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [profile_seal_sha256] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [profile_short_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_organisations] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_organisations_organisations_parent_id] FOREIGN KEY ([parent_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [outbox] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [type] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject_id] uniqueidentifier NOT NULL,
    [owner_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] bigint NOT NULL,
    CONSTRAINT [PK_outbox] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [parties] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [document] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [blind_index] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [document_sealed] varbinary(max) NULL,
    [created_at] bigint NOT NULL,
    [merged_into] uniqueidentifier NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_parties] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_parties_parties_merged_into] FOREIGN KEY ([merged_into]) REFERENCES [parties] ([id]) ON DELETE NO ACTION
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
    CONSTRAINT [PK_record_entries] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [security_events] (
    [seq] bigint NOT NULL,
    [at] bigint NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [actor_account_id] uniqueidentifier NULL,
    [actor_person_id] uniqueidentifier NULL,
    [account_id] uniqueidentifier NULL,
    [owner_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [operation] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [detail] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [trace_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [remote_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_security_events] PRIMARY KEY ([seq])
);

CREATE TABLE [snapshot_versions] (
    [name] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] bigint NOT NULL,
    CONSTRAINT [PK_snapshot_versions] PRIMARY KEY ([name])
);

CREATE TABLE [bank_statement_lines] (
    [id] uniqueidentifier NOT NULL,
    [statement_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [line] int NOT NULL,
    [transaction_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [code] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [amount_fen] bigint NOT NULL,
    [at] bigint NULL,
    [booked_on] date NOT NULL,
    [outcome] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [entered] bit NOT NULL,
    [case_id] uniqueidentifier NULL,
    [text] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_bank_statement_lines] PRIMARY KEY ([id]),
    CONSTRAINT [FK_bank_statement_lines_bank_statements_statement_id] FOREIGN KEY ([statement_id]) REFERENCES [bank_statements] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [calendar_years] (
    [data_set_id] uniqueidentifier NOT NULL,
    [year] int NOT NULL,
    [notice_title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [notice_number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number_status] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [notice_url] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_calendar_years] PRIMARY KEY ([data_set_id], [year]),
    CONSTRAINT [FK_calendar_years_catalogue_data_sets_data_set_id] FOREIGN KEY ([data_set_id]) REFERENCES [catalogue_data_sets] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [discretion_benchmarks] (
    [id] uniqueidentifier NOT NULL,
    [code] nvarchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [data_set_id] uniqueidentifier NOT NULL,
    [violation_code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [jurisdiction] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [source] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [issuer] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [valid_from] date NULL,
    [valid_to] date NULL,
    [closed_at] bigint NULL,
    [tiers] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [binding_in_tianjin] bit NOT NULL,
    [evidence] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [note] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [row_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_discretion_benchmarks] PRIMARY KEY ([id]),
    CONSTRAINT [FK_discretion_benchmarks_catalogue_data_sets_data_set_id] FOREIGN KEY ([data_set_id]) REFERENCES [catalogue_data_sets] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [exemption_entries] (
    [id] uniqueidentifier NOT NULL,
    [code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [data_set_id] uniqueidentifier NOT NULL,
    [violation_code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [leniency] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [title] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [conditions] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [follow_up] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [correction] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [up_to_occurrence] int NULL,
    [basis] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [binding_in_tianjin] bit NOT NULL,
    [evidence] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [note] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [valid_from] date NULL,
    [valid_to] date NULL,
    [closed_at] bigint NULL,
    [row_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_exemption_entries] PRIMARY KEY ([id]),
    CONSTRAINT [FK_exemption_entries_catalogue_data_sets_data_set_id] FOREIGN KEY ([data_set_id]) REFERENCES [catalogue_data_sets] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [power_list_items] (
    [id] uniqueidentifier NOT NULL,
    [data_set_id] uniqueidentifier NOT NULL,
    [code] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code_is_published] bit NOT NULL,
    [name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [basis] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [implementing_body] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [responsible_post] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [flow] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [violation_codes] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [status] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [evidence] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [note] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_power_list_items] PRIMARY KEY ([id]),
    CONSTRAINT [FK_power_list_items_catalogue_data_sets_data_set_id] FOREIGN KEY ([data_set_id]) REFERENCES [catalogue_data_sets] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [review_templates] (
    [id] uniqueidentifier NOT NULL,
    [code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [data_set_id] uniqueidentifier NOT NULL,
    [decision_kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [item] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kinds] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [features] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [citizen] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [organisation] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [condition] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [materials] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [points] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [time_limit_working_days] int NOT NULL,
    [time_limit_source] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [basis] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [is_confirmed] bit NOT NULL,
    [evidence] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [note] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [valid_from] date NULL,
    [valid_to] date NULL,
    [closed_at] bigint NULL,
    [row_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_review_templates] PRIMARY KEY ([id]),
    CONSTRAINT [FK_review_templates_catalogue_data_sets_data_set_id] FOREIGN KEY ([data_set_id]) REFERENCES [catalogue_data_sets] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [violations] (
    [id] uniqueidentifier NOT NULL,
    [code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [data_set_id] uniqueidentifier NOT NULL,
    [valid_from] date NULL,
    [valid_to] date NULL,
    [closed_at] bigint NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [category] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [jurisdiction] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [applies_in_tianjin] bit NOT NULL,
    [instrument] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [instrument_level] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [violated_article] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [penalty_article] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kinds] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [orders] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [connector] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [individual_fine] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [organisation_fine] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [correction] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [simple_for_individuals] bit NOT NULL,
    [simple_for_organisations] bit NOT NULL,
    [marked_ready] bit NOT NULL,
    [status] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [evidence] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [text_version] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [enforced_by] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [note] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [row_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_violations] PRIMARY KEY ([id]),
    CONSTRAINT [FK_violations_catalogue_data_sets_data_set_id] FOREIGN KEY ([data_set_id]) REFERENCES [catalogue_data_sets] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [adoptions] (
    [id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [violation_code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [valid_from] date NOT NULL,
    [valid_to] date NULL,
    [instrument] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [area_codes] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [is_demo] bit NOT NULL,
    [entered_by] uniqueidentifier NOT NULL,
    [entered_at] bigint NOT NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_adoptions] PRIMARY KEY ([id]),
    CONSTRAINT [FK_adoptions_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [cash_books] (
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [closed_through] date NULL,
    CONSTRAINT [PK_cash_books] PRIMARY KEY ([organ_id]),
    CONSTRAINT [FK_cash_books_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [catalogue_changes] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [rows] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [basis] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [entered_by] uniqueidentifier NOT NULL,
    [entered_at] bigint NOT NULL,
    [settled_by] uniqueidentifier NULL,
    [settled_at] bigint NULL,
    [reason] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_catalogue_changes] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_catalogue_changes_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [document_numbers] (
    [id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [word] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [year] int NOT NULL,
    [serial] int NOT NULL,
    [text] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [case_id] uniqueidentifier NULL,
    [issued_at] bigint NOT NULL,
    [void_reason] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [voided_by] uniqueidentifier NULL,
    [voided_at] bigint NULL,
    CONSTRAINT [PK_document_numbers] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_document_numbers_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [number_counters] (
    [organ_id] uniqueidentifier NOT NULL,
    [word] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [year] int NOT NULL,
    [last] int NOT NULL,
    CONSTRAINT [PK_number_counters] PRIMARY KEY ([organ_id], [word], [year]),
    CONSTRAINT [FK_number_counters_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [parameter_values] (
    [id] uniqueidentifier NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [key] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [value] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [valid_from] date NOT NULL,
    [source] nvarchar(300) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [entered_by] uniqueidentifier NOT NULL,
    [confirmed_by] uniqueidentifier NOT NULL,
    [entered_at] bigint NOT NULL,
    CONSTRAINT [PK_parameter_values] PRIMARY KEY ([id]),
    CONSTRAINT [FK_parameter_values_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [persons] (
    [id] uniqueidentifier NOT NULL,
    [name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [staff_number] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [legal_qualified_on] date NULL,
    [legal_qualification_number] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [first_review_on] date NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_persons] PRIMARY KEY ([id]),
    CONSTRAINT [FK_persons_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [receipt_batches] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [prefix] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [digits] int NOT NULL,
    [first] bigint NOT NULL,
    [last] bigint NOT NULL,
    [source] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [received_at] bigint NOT NULL,
    [received_on] date NOT NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_receipt_batches] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_receipt_batches_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [review_catalogues] (
    [id] uniqueidentifier NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [rows] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [valid_from] date NOT NULL,
    [valid_to] date NULL,
    [instrument] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [entered_by] uniqueidentifier NOT NULL,
    [entered_at] bigint NOT NULL,
    [confirmed_by] uniqueidentifier NULL,
    [confirmed_at] bigint NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_review_catalogues] PRIMARY KEY ([id]),
    CONSTRAINT [FK_review_catalogues_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [statistics_snapshots] (
    [id] uniqueidentifier NOT NULL,
    [product] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [year] int NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [revision] int NOT NULL,
    [supersedes_id] uniqueidentifier NULL,
    [reason_for_change] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [cut_off_at] bigint NOT NULL,
    [generated_at] bigint NOT NULL,
    [generated_by] uniqueidentifier NULL,
    [is_preliminary] bit NOT NULL,
    [log_entries] bigint NOT NULL,
    [log_last_seq] bigint NOT NULL,
    [log_hash] varbinary(32) NOT NULL,
    [content_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [checks] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_statistics_snapshots] PRIMARY KEY ([id]),
    CONSTRAINT [FK_statistics_snapshots_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [cases] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [supervising_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [procedure] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [stage] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [opened_at] bigint NOT NULL,
    [party_id] uniqueidentifier NULL,
    [listed_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [offence_id] uniqueidentifier NOT NULL,
    [committed_at] bigint NOT NULL,
    [committed_on] date NOT NULL,
    [violation_version_id] uniqueidentifier NOT NULL,
    [violation_code] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [violation_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [adoption_id] uniqueidentifier NULL,
    [facts] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [filed_on] date NULL,
    [outcome] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [outcome_year] int NULL,
    [decided_at] bigint NULL,
    [decided_on] date NULL,
    [decided_year] int NULL,
    [decision_number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
    [served_at] bigint NULL,
    [signature] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [reported_at] bigint NULL,
    [closed_year] int NULL,
    [fined_act_key] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [same_day_key] nvarchar(90) COLLATE Latin1_General_100_BIN2 NULL,
    [owed_until] date NULL,
    [keep_until] date NULL,
    [archived_on] date NULL,
    [retention] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [archive_volume] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [closed_at] bigint NULL,
    [closed_because] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [closed_on] date NULL,
    [corrected_at] bigint NULL,
    [correction_due_on] date NULL,
    [earlier_order_id] uniqueidentifier NULL,
    [correction_required] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [invalid_because] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [invalidated_at] bigint NULL,
    [revocation_reason] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    [revoked_at] bigint NULL,
    [validity] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [device] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [entered_late] bit NOT NULL,
    [recorded_at] bigint NOT NULL,
    [party_address_sealed] varbinary(max) NULL,
    [party_age_at_offence] int NULL,
    [party_age_verified] bit NOT NULL,
    [party_check_digit_override] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [party_document] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [party_document_tail] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL,
    [party_identity] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_phone_sealed] varbinary(max) NULL,
    [party_photo_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [party_representative] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [fine_fen] bigint NOT NULL,
    [heaviest_kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [reasons_for_amount] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [warned] bit NOT NULL,
    [datum] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [division_code] nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [latitude] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [longitude] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
    [place_text] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_cases] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_cases_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_cases_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_cases_parties_party_id] FOREIGN KEY ([party_id]) REFERENCES [parties] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [correction_orders] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_id] uniqueidentifier NOT NULL,
    [violation_version_id] uniqueidentifier NOT NULL,
    [violation_code] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [violation_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [place_text] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [division_code] nvarchar(12) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [facts] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [requirement] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ordered_at] bigint NOT NULL,
    [ordered_on] date NOT NULL,
    [due_on] date NOT NULL,
    [rechecked_at] bigint NULL,
    [rechecked_on] date NULL,
    [result] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [used_by_case_id] uniqueidentifier NULL,
    [party_address_sealed] varbinary(max) NULL,
    [party_age_at_offence] int NULL,
    [party_age_verified] bit NOT NULL,
    [party_check_digit_override] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [party_document] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [party_document_tail] nvarchar(4) COLLATE Latin1_General_100_BIN2 NULL,
    [party_identity] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_phone_sealed] varbinary(max) NULL,
    [party_photo_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [party_representative] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_correction_orders] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_correction_orders_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_correction_orders_parties_party_id] FOREIGN KEY ([party_id]) REFERENCES [parties] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [party_merges] (
    [id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_id] uniqueidentifier NOT NULL,
    [into_party_id] uniqueidentifier NOT NULL,
    [reason] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [ground] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [merged_at] bigint NOT NULL,
    [merged_by] uniqueidentifier NOT NULL,
    [standing_party_id] uniqueidentifier NULL,
    [split_at] bigint NULL,
    [split_reason] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [split_by] uniqueidentifier NULL,
    CONSTRAINT [PK_party_merges] PRIMARY KEY ([id]),
    CONSTRAINT [FK_party_merges_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_party_merges_parties_into_party_id] FOREIGN KEY ([into_party_id]) REFERENCES [parties] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_party_merges_parties_party_id] FOREIGN KEY ([party_id]) REFERENCES [parties] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [record_secrets] (
    [entry_id] uniqueidentifier NOT NULL,
    [payload] varbinary(max) NOT NULL,
    CONSTRAINT [PK_record_secrets] PRIMARY KEY ([entry_id]),
    CONSTRAINT [FK_record_secrets_record_entries_entry_id] FOREIGN KEY ([entry_id]) REFERENCES [record_entries] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [calendar_days] (
    [data_set_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [date] date NOT NULL,
    [notice_year] int NOT NULL,
    [name] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_calendar_days] PRIMARY KEY ([data_set_id], [kind], [date]),
    CONSTRAINT [FK_calendar_days_calendar_years_data_set_id_notice_year] FOREIGN KEY ([data_set_id], [notice_year]) REFERENCES [calendar_years] ([data_set_id], [year]) ON DELETE NO ACTION
);

CREATE TABLE [accounts] (
    [id] uniqueidentifier NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [rights_version] int NOT NULL,
    [must_change_password] bit NOT NULL,
    [disabled] bit NOT NULL,
    [lock_outs_in_a_row] int NOT NULL,
    [second_factor_since] bigint NULL,
    [external_key] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [created_at] bigint NOT NULL,
    [user_name] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [normalized_user_name] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [password_hash] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [concurrency_stamp] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [lockout_end] bigint NULL,
    [access_failed_count] int NOT NULL,
    CONSTRAINT [PK_accounts] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_accounts_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_accounts_persons_person_id] FOREIGN KEY ([person_id]) REFERENCES [persons] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [officers] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [entered_at] bigint NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_officers] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_officers_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_officers_persons_id] FOREIGN KEY ([id]) REFERENCES [persons] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [treasury_receipts] (
    [id] uniqueidentifier NOT NULL,
    [batch_id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [serial] bigint NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [since] bigint NOT NULL,
    [holder_id] uniqueidentifier NULL,
    [holder_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [ground] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [announcement] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [announced_on] date NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_treasury_receipts] PRIMARY KEY ([id]),
    CONSTRAINT [FK_treasury_receipts_receipt_batches_batch_id] FOREIGN KEY ([batch_id]) REFERENCES [receipt_batches] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [statistics_snapshot_figures] (
    [snapshot_id] uniqueidentifier NOT NULL,
    [key] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [place] int NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [unit] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [counted_by] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [definition_version] int NOT NULL,
    [measure] bigint NOT NULL,
    [case_count] int NOT NULL,
    [cases] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_statistics_snapshot_figures] PRIMARY KEY ([snapshot_id], [key]),
    CONSTRAINT [FK_statistics_snapshot_figures_statistics_snapshots_snapshot_id] FOREIGN KEY ([snapshot_id]) REFERENCES [statistics_snapshots] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [assessments] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NULL,
    [violation_code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [applied_version_id] uniqueidentifier NOT NULL,
    [verdict] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [engine] int NOT NULL,
    [input] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [result] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [input_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [result_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [assessed_by] uniqueidentifier NOT NULL,
    [assessed_at] bigint NOT NULL,
    CONSTRAINT [PK_assessments] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_assessments_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_assessments_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_assessments_parties_party_id] FOREIGN KEY ([party_id]) REFERENCES [parties] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_assessments_violations_applied_version_id] FOREIGN KEY ([applied_version_id]) REFERENCES [violations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [case_acts] (
    [id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [place] int NOT NULL,
    [act] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [done_at] bigint NOT NULL,
    [done_on] date NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [recorded_at] bigint NOT NULL,
    [entered_late] bit NOT NULL,
    [body_sealed] varbinary(max) NOT NULL,
    [body_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [served_on] date NULL,
    [stage_after] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_case_acts] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_case_acts_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [case_deadlines] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [rule] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [last_day] date NOT NULL,
    [is_provisional] bit NOT NULL,
    [explanation] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [calendar_version] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [previous_last_day] date NULL,
    [previous_calendar_version] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [recomputed_at] bigint NULL,
    [reference] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [due_fen] bigint NULL,
    [met_at] bigint NULL,
    [ended_at] bigint NULL,
    CONSTRAINT [PK_case_deadlines] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_case_deadlines_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [case_documents] (
    [id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [verification_code] nvarchar(24) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [template_version] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [content_sealed] varbinary(max) NOT NULL,
    [content_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [issued_at] bigint NOT NULL,
    [dated_on] date NOT NULL,
    [act_position] int NULL,
    CONSTRAINT [PK_case_documents] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_case_documents_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [case_evidence] (
    [case_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [taken_at] bigint NOT NULL,
    [sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [description] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_case_evidence] PRIMARY KEY ([case_id], [place]),
    CONSTRAINT [FK_case_evidence_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [case_officers] (
    [case_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [certificate_number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [opened_at] bigint NOT NULL,
    [seq] bigint NOT NULL,
    CONSTRAINT [PK_case_officers] PRIMARY KEY NONCLUSTERED ([case_id], [place]),
    CONSTRAINT [FK_case_officers_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [cash_entries] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [amount_fen] bigint NOT NULL,
    [occurred_at] bigint NOT NULL,
    [occurred_on] date NOT NULL,
    [booked_on] date NOT NULL,
    [case_id] uniqueidentifier NULL,
    [receipt_number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [reference] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL,
    [person_id] uniqueidentifier NULL,
    CONSTRAINT [PK_cash_entries] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_cash_entries_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [cash_handover_lines] (
    [handover_id] uniqueidentifier NOT NULL,
    [receipt_number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [amount_fen] bigint NOT NULL,
    [collected_at] bigint NOT NULL,
    [last_day] date NOT NULL,
    CONSTRAINT [PK_cash_handover_lines] PRIMARY KEY ([handover_id], [receipt_number]),
    CONSTRAINT [FK_cash_handover_lines_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_cash_handover_lines_cash_handovers_handover_id] FOREIGN KEY ([handover_id]) REFERENCES [cash_handovers] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [payment_orders] (
    [id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [amount_fen] bigint NOT NULL,
    [surcharge_fen] bigint NOT NULL,
    [due_on] date NOT NULL,
    [paid_fen] bigint NOT NULL,
    [refunded_fen] bigint NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [paid_at] bigint NULL,
    CONSTRAINT [PK_payment_orders] PRIMARY KEY ([id]),
    CONSTRAINT [ck_payment_orders_paid] CHECK (paid_fen >= 0),
    CONSTRAINT [ck_payment_orders_refunded] CHECK (refunded_fen >= 0 AND refunded_fen <= paid_fen),
    CONSTRAINT [ck_payment_orders_surcharge] CHECK (surcharge_fen >= 0 AND surcharge_fen <= amount_fen),
    CONSTRAINT [FK_payment_orders_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [payments] (
    [id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [channel] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [amount_fen] bigint NOT NULL,
    [paid_at] bigint NOT NULL,
    [bank_transaction_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [receipt_number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [ground] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [ground_reason] nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
    [remitted_to_organ_at] bigint NULL,
    [remitted_to_bank_at] bigint NULL,
    CONSTRAINT [PK_payments] PRIMARY KEY ([id]),
    CONSTRAINT [FK_payments_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [payments_not_owed] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [bank_transaction_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [payment_code] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [amount_fen] bigint NOT NULL,
    [paid_at] bigint NOT NULL,
    [because] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [refund_reference] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [refunded_at] bigint NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_payments_not_owed] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_payments_not_owed_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [refunds] (
    [id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [amount_fen] bigint NOT NULL,
    [interest_fen] bigint NOT NULL,
    [reference] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [refunded_at] bigint NOT NULL,
    CONSTRAINT [PK_refunds] PRIMARY KEY ([id]),
    CONSTRAINT [FK_refunds_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [review_tasks] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [planned] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [measure_id] uniqueidentifier NULL,
    [key] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [round] int NOT NULL,
    [submitted_by] uniqueidentifier NOT NULL,
    [submitted_at] bigint NOT NULL,
    [due_on] date NOT NULL,
    [taken_by] uniqueidentifier NULL,
    [taken_at] bigint NULL,
    [done_at] bigint NULL,
    [done_on] date NULL,
    [outcome] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [ended_at] bigint NULL,
    CONSTRAINT [PK_review_tasks] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_review_tasks_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [correction_order_officers] (
    [order_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [certificate_number] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_correction_order_officers] PRIMARY KEY ([order_id], [place]),
    CONSTRAINT [FK_correction_order_officers_correction_orders_order_id] FOREIGN KEY ([order_id]) REFERENCES [correction_orders] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [account_roles] (
    [account_id] uniqueidentifier NOT NULL,
    [role] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_account_roles] PRIMARY KEY ([account_id], [role]),
    CONSTRAINT [FK_account_roles_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [second_factors] (
    [account_id] uniqueidentifier NOT NULL,
    [secret] varbinary(100) NULL,
    [pending_secret] varbinary(100) NULL,
    [pending_since] bigint NULL,
    [last_step] bigint NULL,
    CONSTRAINT [PK_second_factors] PRIMARY KEY ([account_id]),
    CONSTRAINT [FK_second_factors_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [sessions] (
    [id] uniqueidentifier NOT NULL,
    [account_id] uniqueidentifier NOT NULL,
    [device] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [opened_by] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [second_proof] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [second_proof_at] bigint NULL,
    [address] nvarchar(48) COLLATE Latin1_General_100_BIN2 NULL,
    [generation] int NOT NULL,
    [refresh_hash] varbinary(32) NOT NULL,
    [created_at] bigint NOT NULL,
    [rotated_at] bigint NOT NULL,
    [expires_at] bigint NOT NULL,
    [ended_at] bigint NULL,
    [ended_because] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_sessions] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_sessions_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [officer_certificates] (
    [id] uniqueidentifier NOT NULL,
    [officer_id] uniqueidentifier NOT NULL,
    [number] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [issued_on] date NOT NULL,
    [expires_on] date NOT NULL,
    [cancelled_on] date NULL,
    [cancelled_because] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [cancellation_note] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_officer_certificates] PRIMARY KEY ([id]),
    CONSTRAINT [FK_officer_certificates_officers_officer_id] FOREIGN KEY ([officer_id]) REFERENCES [officers] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [officer_postings] (
    [officer_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [organ_id] uniqueidentifier NULL,
    [served_from] date NOT NULL,
    [served_to] date NULL,
    CONSTRAINT [PK_officer_postings] PRIMARY KEY ([officer_id], [place]),
    CONSTRAINT [FK_officer_postings_officers_officer_id] FOREIGN KEY ([officer_id]) REFERENCES [officers] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_officer_postings_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [treasury_receipt_changes] (
    [receipt_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] bigint NOT NULL,
    [booked_on] date NOT NULL,
    [holder_id] uniqueidentifier NULL,
    [holder_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [ground] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [reason] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_treasury_receipt_changes] PRIMARY KEY ([receipt_id], [place]),
    CONSTRAINT [FK_treasury_receipt_changes_treasury_receipts_receipt_id] FOREIGN KEY ([receipt_id]) REFERENCES [treasury_receipts] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [first_offence_exemptions] (
    [id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_id] uniqueidentifier NOT NULL,
    [violation_code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [assessment_id] uniqueidentifier NOT NULL,
    [occurrence] int NOT NULL,
    [granted_at] bigint NOT NULL,
    [granted_on] date NOT NULL,
    [look_back_years] int NOT NULL,
    [active_key] nvarchar(80) COLLATE Latin1_General_100_BIN2 NULL,
    [revoked_at] bigint NULL,
    [revocation_reason] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_first_offence_exemptions] PRIMARY KEY ([id]),
    CONSTRAINT [FK_first_offence_exemptions_assessments_assessment_id] FOREIGN KEY ([assessment_id]) REFERENCES [assessments] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_first_offence_exemptions_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_first_offence_exemptions_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_first_offence_exemptions_parties_party_id] FOREIGN KEY ([party_id]) REFERENCES [parties] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [document_prints] (
    [id] uniqueidentifier NOT NULL,
    [document_id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [format] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [count] int NOT NULL,
    [file_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [missing_glyphs] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [printed_at] bigint NOT NULL,
    CONSTRAINT [PK_document_prints] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_document_prints_case_documents_document_id] FOREIGN KEY ([document_id]) REFERENCES [case_documents] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [recovery_codes] (
    [account_id] uniqueidentifier NOT NULL,
    [hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [used_at] bigint NULL,
    CONSTRAINT [PK_recovery_codes] PRIMARY KEY ([account_id], [hash]),
    CONSTRAINT [FK_recovery_codes_second_factors_account_id] FOREIGN KEY ([account_id]) REFERENCES [second_factors] ([account_id]) ON DELETE NO ACTION
);

CREATE TABLE [certificate_suspensions] (
    [certificate_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [suspended_from] date NOT NULL,
    [suspended_to] date NULL,
    [reason] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_certificate_suspensions] PRIMARY KEY ([certificate_id], [place]),
    CONSTRAINT [FK_certificate_suspensions_officer_certificates_certificate_id] FOREIGN KEY ([certificate_id]) REFERENCES [officer_certificates] ([id]) ON DELETE NO ACTION
);

IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name', N'number') AND [object_id] = OBJECT_ID(N'[snapshot_versions]'))
    SET IDENTITY_INSERT [snapshot_versions] ON;
INSERT INTO [snapshot_versions] ([name], [number])
VALUES (N'catalogue', CAST(1 AS bigint)),
(N'officers', CAST(1 AS bigint)),
(N'organs', CAST(1 AS bigint));
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name', N'number') AND [object_id] = OBJECT_ID(N'[snapshot_versions]'))
    SET IDENTITY_INSERT [snapshot_versions] OFF;

CREATE CLUSTERED INDEX [IX_accounts_created_at] ON [accounts] ([created_at]);

CREATE UNIQUE INDEX [IX_accounts_external_key] ON [accounts] ([external_key]) WHERE [external_key] IS NOT NULL;

CREATE UNIQUE INDEX [IX_accounts_normalized_user_name] ON [accounts] ([normalized_user_name]);

CREATE INDEX [IX_accounts_organisation_id] ON [accounts] ([organisation_id]);

CREATE INDEX [IX_accounts_organisation_path] ON [accounts] ([organisation_path]);

CREATE INDEX [IX_accounts_person_id] ON [accounts] ([person_id]);

CREATE INDEX [IX_adoptions_organ_id_violation_code_valid_from] ON [adoptions] ([organ_id], [violation_code], [valid_from]);

CREATE INDEX [IX_assessments_applied_version_id] ON [assessments] ([applied_version_id]);

CREATE INDEX [IX_assessments_case_id] ON [assessments] ([case_id]);

CREATE INDEX [IX_assessments_organ_id] ON [assessments] ([organ_id]);

CREATE INDEX [IX_assessments_organisation_path_assessed_at_seq] ON [assessments] ([organisation_path], [assessed_at], [seq]);

CREATE INDEX [IX_assessments_party_id] ON [assessments] ([party_id]);

CREATE CLUSTERED INDEX [IX_assessments_seq] ON [assessments] ([seq]);

CREATE INDEX [IX_bank_deposits_organ_id_booked_on] ON [bank_deposits] ([organ_id], [booked_on]);

CREATE CLUSTERED INDEX [IX_bank_deposits_seq] ON [bank_deposits] ([seq]);

CREATE UNIQUE INDEX [IX_bank_deposits_slip] ON [bank_deposits] ([slip]) WHERE [slip] IS NOT NULL;

CREATE INDEX [IX_bank_statement_lines_organ_id_booked_on] ON [bank_statement_lines] ([organ_id], [booked_on]);

CREATE INDEX [IX_bank_statement_lines_statement_id] ON [bank_statement_lines] ([statement_id]);

CREATE INDEX [IX_bank_statement_lines_transaction_id] ON [bank_statement_lines] ([transaction_id]);

CREATE UNIQUE INDEX [IX_bank_statements_organ_id_sha256] ON [bank_statements] ([organ_id], [sha256]);

CREATE CLUSTERED INDEX [IX_bank_statements_seq] ON [bank_statements] ([seq]);

CREATE INDEX [IX_calendar_days_data_set_id_notice_year] ON [calendar_days] ([data_set_id], [notice_year]);

CREATE UNIQUE INDEX [IX_case_acts_case_id_place] ON [case_acts] ([case_id], [place]);

CREATE CLUSTERED INDEX [IX_case_acts_recorded_at] ON [case_acts] ([recorded_at]);

CREATE INDEX [IX_case_deadlines_case_id] ON [case_deadlines] ([case_id]);

CREATE INDEX [IX_case_deadlines_last_day_seq] ON [case_deadlines] ([last_day], [seq]) WHERE met_at IS NULL AND ended_at IS NULL;

CREATE INDEX [IX_case_deadlines_organ_id_last_day_seq] ON [case_deadlines] ([organ_id], [last_day], [seq]);

CREATE INDEX [IX_case_deadlines_organisation_path_last_day] ON [case_deadlines] ([organisation_path], [last_day]) WHERE met_at IS NULL AND ended_at IS NULL;

CREATE CLUSTERED INDEX [IX_case_deadlines_seq] ON [case_deadlines] ([seq]);

CREATE INDEX [IX_case_documents_case_id] ON [case_documents] ([case_id]);

CREATE CLUSTERED INDEX [IX_case_documents_issued_at] ON [case_documents] ([issued_at]);

CREATE UNIQUE INDEX [IX_case_documents_verification_code] ON [case_documents] ([verification_code]);

CREATE INDEX [IX_case_officers_person_id_case_id] ON [case_officers] ([person_id], [case_id]);

CREATE INDEX [IX_case_officers_person_id_opened_at_seq] ON [case_officers] ([person_id], [opened_at], [seq]);

CREATE CLUSTERED INDEX [IX_case_officers_seq] ON [case_officers] ([seq]);

CREATE INDEX [IX_cases_decided_at_seq_stage_procedure_violation_code] ON [cases] ([decided_at], [seq], [stage], [procedure], [violation_code]);

CREATE INDEX [IX_cases_decision_number_opened_at_seq] ON [cases] ([decision_number], [opened_at], [seq]);

CREATE UNIQUE INDEX [IX_cases_fined_act_key] ON [cases] ([fined_act_key]) WHERE [fined_act_key] IS NOT NULL;

CREATE INDEX [IX_cases_listed_name_organisation_path_party_id] ON [cases] ([listed_name], [organisation_path], [party_id]);

CREATE INDEX [IX_cases_opened_at_seq_stage_procedure_violation_code] ON [cases] ([opened_at], [seq], [stage], [procedure], [violation_code]);

CREATE INDEX [IX_cases_organ_id_closed_year] ON [cases] ([organ_id], [closed_year]);

CREATE INDEX [IX_cases_organ_id_decided_at_seq_stage_procedure_violation_code] ON [cases] ([organ_id], [decided_at], [seq], [stage], [procedure], [violation_code]);

CREATE INDEX [IX_cases_organ_id_decided_year] ON [cases] ([organ_id], [decided_year]);

CREATE INDEX [IX_cases_organ_id_listed_name_party_id] ON [cases] ([organ_id], [listed_name], [party_id]);

CREATE INDEX [IX_cases_organ_id_opened_at_seq_stage_procedure_violation_code] ON [cases] ([organ_id], [opened_at], [seq], [stage], [procedure], [violation_code]);

CREATE INDEX [IX_cases_organisation_id] ON [cases] ([organisation_id]);

CREATE INDEX [ix_cases_owed] ON [cases] ([opened_at], [seq], [owed_until]) WHERE owed_until IS NOT NULL;

CREATE INDEX [ix_cases_owed_organ] ON [cases] ([organ_id], [opened_at], [seq], [owed_until]) WHERE owed_until IS NOT NULL;

CREATE INDEX [ix_cases_owed_supervising] ON [cases] ([supervising_path], [opened_at], [seq], [owed_until]) WHERE owed_until IS NOT NULL;

CREATE INDEX [IX_cases_party_id_violation_code_committed_on] ON [cases] ([party_id], [violation_code], [committed_on]);

CREATE UNIQUE INDEX [IX_cases_same_day_key] ON [cases] ([same_day_key]) WHERE [same_day_key] IS NOT NULL;

CREATE CLUSTERED INDEX [IX_cases_seq] ON [cases] ([seq]);

CREATE INDEX [IX_cases_stage_opened_at_seq] ON [cases] ([stage], [opened_at], [seq]);

CREATE INDEX [IX_cases_supervising_path_decided_at_seq_stage_procedure_violation_code] ON [cases] ([supervising_path], [decided_at], [seq], [stage], [procedure], [violation_code]);

CREATE INDEX [IX_cases_supervising_path_opened_at_seq_stage_procedure_violation_code] ON [cases] ([supervising_path], [opened_at], [seq], [stage], [procedure], [violation_code]);

CREATE INDEX [IX_cases_supervising_path_stage_opened_at_seq] ON [cases] ([supervising_path], [stage], [opened_at], [seq]);

CREATE INDEX [IX_cases_supervising_path_violation_code_opened_at_seq_stage] ON [cases] ([supervising_path], [violation_code], [opened_at], [seq], [stage]);

CREATE INDEX [ix_cases_unreported] ON [cases] ([stage], [opened_at], [seq]) WHERE stage = 'Decided' AND reported_at IS NULL;

CREATE INDEX [ix_cases_unreported_organ] ON [cases] ([organ_id], [stage], [opened_at], [seq]) WHERE stage = 'Decided' AND reported_at IS NULL;

CREATE INDEX [ix_cases_unreported_supervising] ON [cases] ([supervising_path], [stage], [opened_at], [seq]) WHERE stage = 'Decided' AND reported_at IS NULL;

CREATE INDEX [IX_cases_violation_code_opened_at_seq_stage] ON [cases] ([violation_code], [opened_at], [seq], [stage]);

CREATE INDEX [IX_cash_difference_notes_organ_id_difference_key] ON [cash_difference_notes] ([organ_id], [difference_key]);

CREATE CLUSTERED INDEX [IX_cash_difference_notes_seq] ON [cash_difference_notes] ([seq]);

CREATE INDEX [IX_cash_entries_case_id] ON [cash_entries] ([case_id]);

CREATE INDEX [IX_cash_entries_organ_id_booked_on] ON [cash_entries] ([organ_id], [booked_on]);

CREATE UNIQUE INDEX [IX_cash_entries_receipt_number_kind] ON [cash_entries] ([receipt_number], [kind]) WHERE [receipt_number] IS NOT NULL;

CREATE CLUSTERED INDEX [IX_cash_entries_seq] ON [cash_entries] ([seq]);

CREATE INDEX [IX_cash_handover_lines_case_id] ON [cash_handover_lines] ([case_id]);

CREATE UNIQUE INDEX [IX_cash_handover_lines_receipt_number] ON [cash_handover_lines] ([receipt_number]);

CREATE INDEX [IX_cash_handovers_organ_id_booked_on] ON [cash_handovers] ([organ_id], [booked_on]);

CREATE CLUSTERED INDEX [IX_cash_handovers_seq] ON [cash_handovers] ([seq]);

CREATE UNIQUE INDEX [IX_cash_months_organ_id_month] ON [cash_months] ([organ_id], [month]);

CREATE INDEX [IX_catalogue_changes_organisation_id] ON [catalogue_changes] ([organisation_id]);

CREATE INDEX [IX_catalogue_changes_organisation_path_entered_at_seq] ON [catalogue_changes] ([organisation_path], [entered_at], [seq]);

CREATE CLUSTERED INDEX [IX_catalogue_changes_seq] ON [catalogue_changes] ([seq]);

CREATE UNIQUE INDEX [IX_catalogue_data_sets_name_number] ON [catalogue_data_sets] ([name], [number]);

CREATE INDEX [IX_correction_orders_organ_id] ON [correction_orders] ([organ_id]);

CREATE INDEX [IX_correction_orders_organisation_path_ordered_at_seq] ON [correction_orders] ([organisation_path], [ordered_at], [seq]);

CREATE INDEX [IX_correction_orders_party_id_violation_code] ON [correction_orders] ([party_id], [violation_code]);

CREATE CLUSTERED INDEX [IX_correction_orders_seq] ON [correction_orders] ([seq]);

CREATE UNIQUE INDEX [IX_correction_orders_used_by_case_id] ON [correction_orders] ([used_by_case_id]) WHERE [used_by_case_id] IS NOT NULL;

CREATE UNIQUE INDEX [IX_discretion_benchmarks_code_version] ON [discretion_benchmarks] ([code], [version]);

CREATE INDEX [IX_discretion_benchmarks_data_set_id] ON [discretion_benchmarks] ([data_set_id]);

CREATE CLUSTERED INDEX [IX_document_numbers_issued_at] ON [document_numbers] ([issued_at]);

CREATE UNIQUE INDEX [IX_document_numbers_organ_id_word_year_serial] ON [document_numbers] ([organ_id], [word], [year], [serial]);

CREATE UNIQUE INDEX [IX_document_numbers_text] ON [document_numbers] ([text]);

CREATE UNIQUE INDEX [IX_document_prints_document_id_format_count] ON [document_prints] ([document_id], [format], [count]);

CREATE CLUSTERED INDEX [IX_document_prints_printed_at] ON [document_prints] ([printed_at]);

CREATE UNIQUE INDEX [IX_exemption_entries_code_version] ON [exemption_entries] ([code], [version]);

CREATE INDEX [IX_exemption_entries_data_set_id] ON [exemption_entries] ([data_set_id]);

CREATE UNIQUE INDEX [IX_first_offence_exemptions_active_key] ON [first_offence_exemptions] ([active_key]) WHERE [active_key] IS NOT NULL;

CREATE INDEX [IX_first_offence_exemptions_assessment_id] ON [first_offence_exemptions] ([assessment_id]);

CREATE INDEX [IX_first_offence_exemptions_case_id] ON [first_offence_exemptions] ([case_id]);

CREATE INDEX [IX_first_offence_exemptions_organ_id] ON [first_offence_exemptions] ([organ_id]);

CREATE INDEX [IX_first_offence_exemptions_party_id_violation_code_granted_on] ON [first_offence_exemptions] ([party_id], [violation_code], [granted_on]);

CREATE CLUSTERED INDEX [IX_idempotent_requests_created_at] ON [idempotent_requests] ([created_at]);

CREATE UNIQUE INDEX [IX_officer_certificates_number] ON [officer_certificates] ([number]);

CREATE INDEX [IX_officer_certificates_officer_id] ON [officer_certificates] ([officer_id]);

CREATE INDEX [IX_officer_postings_organisation_id] ON [officer_postings] ([organisation_id]);

CREATE INDEX [IX_officers_organisation_id] ON [officers] ([organisation_id]);

CREATE INDEX [IX_officers_organisation_path] ON [officers] ([organisation_path]);

CREATE CLUSTERED INDEX [IX_officers_seq] ON [officers] ([seq]);

CREATE CLUSTERED INDEX [IX_organisations_created_at] ON [organisations] ([created_at]);

CREATE INDEX [IX_organisations_parent_id] ON [organisations] ([parent_id]);

CREATE UNIQUE INDEX [IX_organisations_path] ON [organisations] ([path]);

CREATE CLUSTERED INDEX [IX_outbox_seq] ON [outbox] ([seq]);

CREATE INDEX [IX_parameter_values_organisation_id_key_valid_from] ON [parameter_values] ([organisation_id], [key], [valid_from]);

CREATE UNIQUE INDEX [IX_parties_blind_index] ON [parties] ([blind_index]) WHERE [blind_index] IS NOT NULL;

CREATE INDEX [IX_parties_merged_into] ON [parties] ([merged_into]) WHERE merged_into IS NOT NULL;

CREATE CLUSTERED INDEX [IX_parties_seq] ON [parties] ([seq]);

CREATE INDEX [IX_party_merges_into_party_id] ON [party_merges] ([into_party_id]);

CREATE INDEX [IX_party_merges_organ_id] ON [party_merges] ([organ_id]);

CREATE INDEX [IX_party_merges_party_id] ON [party_merges] ([party_id]);

CREATE UNIQUE INDEX [IX_party_merges_standing_party_id] ON [party_merges] ([standing_party_id]) WHERE [standing_party_id] IS NOT NULL;

CREATE UNIQUE INDEX [IX_payment_orders_case_id] ON [payment_orders] ([case_id]);

CREATE UNIQUE INDEX [IX_payment_orders_code] ON [payment_orders] ([code]);

CREATE INDEX [IX_payment_orders_state_due_on] ON [payment_orders] ([state], [due_on]);

CREATE UNIQUE INDEX [IX_payments_bank_transaction_id] ON [payments] ([bank_transaction_id]) WHERE [bank_transaction_id] IS NOT NULL;

CREATE UNIQUE INDEX [IX_payments_receipt_number] ON [payments] ([receipt_number]) WHERE [receipt_number] IS NOT NULL;

CREATE INDEX [ix_payments_unremitted] ON [payments] ([case_id]) WHERE receipt_number IS NOT NULL AND remitted_to_bank_at IS NULL;

CREATE UNIQUE INDEX [IX_payments_not_owed_bank_transaction_id] ON [payments_not_owed] ([bank_transaction_id]);

CREATE INDEX [IX_payments_not_owed_case_id] ON [payments_not_owed] ([case_id]);

CREATE INDEX [IX_payments_not_owed_organ_id_refunded_at] ON [payments_not_owed] ([organ_id], [refunded_at]);

CREATE UNIQUE INDEX [IX_payments_not_owed_refund_reference] ON [payments_not_owed] ([refund_reference]) WHERE [refund_reference] IS NOT NULL;

CREATE CLUSTERED INDEX [IX_payments_not_owed_seq] ON [payments_not_owed] ([seq]);

CREATE INDEX [IX_persons_organisation_id] ON [persons] ([organisation_id]);

CREATE INDEX [IX_persons_organisation_path] ON [persons] ([organisation_path]);

CREATE UNIQUE INDEX [IX_power_list_items_data_set_id_code] ON [power_list_items] ([data_set_id], [code]);

CREATE INDEX [IX_receipt_batches_organ_id_seq] ON [receipt_batches] ([organ_id], [seq]);

CREATE CLUSTERED INDEX [IX_receipt_batches_seq] ON [receipt_batches] ([seq]);

CREATE UNIQUE INDEX [IX_record_entries_chain_id_chain_seq] ON [record_entries] ([chain_id], [chain_seq]);

CREATE CLUSTERED INDEX [IX_record_entries_seq] ON [record_entries] ([seq]);

CREATE INDEX [IX_refunds_case_id] ON [refunds] ([case_id]);

CREATE UNIQUE INDEX [IX_refunds_reference] ON [refunds] ([reference]);

CREATE INDEX [IX_review_catalogues_organisation_id] ON [review_catalogues] ([organisation_id]);

CREATE INDEX [IX_review_catalogues_organisation_path_valid_from] ON [review_catalogues] ([organisation_path], [valid_from]);

CREATE UNIQUE INDEX [IX_review_tasks_case_id_key_round] ON [review_tasks] ([case_id], [key], [round]);

CREATE INDEX [IX_review_tasks_organisation_path_submitted_at_seq] ON [review_tasks] ([organisation_path], [submitted_at], [seq]);

CREATE CLUSTERED INDEX [IX_review_tasks_seq] ON [review_tasks] ([seq]);

CREATE INDEX [IX_review_tasks_taken_by_done_at] ON [review_tasks] ([taken_by], [done_at]);

CREATE UNIQUE INDEX [IX_review_templates_code_version] ON [review_templates] ([code], [version]);

CREATE INDEX [IX_review_templates_data_set_id] ON [review_templates] ([data_set_id]);

CREATE INDEX [IX_security_events_owner_path_seq] ON [security_events] ([owner_path], [seq]);

CREATE INDEX [IX_sessions_account_id] ON [sessions] ([account_id]);

CREATE CLUSTERED INDEX [IX_sessions_created_at] ON [sessions] ([created_at]);

CREATE INDEX [IX_sessions_ended_at_expires_at] ON [sessions] ([ended_at], [expires_at]);

CREATE UNIQUE INDEX [IX_statistics_snapshots_organisation_id_year_product_revision] ON [statistics_snapshots] ([organisation_id], [year], [product], [revision]);

CREATE INDEX [IX_treasury_receipts_batch_id] ON [treasury_receipts] ([batch_id]);

CREATE UNIQUE INDEX [IX_treasury_receipts_number] ON [treasury_receipts] ([number]);

CREATE INDEX [IX_treasury_receipts_organ_id_state] ON [treasury_receipts] ([organ_id], [state]);

CREATE UNIQUE INDEX [IX_violations_code_version] ON [violations] ([code], [version]);

CREATE INDEX [IX_violations_data_set_id] ON [violations] ([data_set_id]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261122205256_Initial', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261130163604_OffenceNames', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [violations] ADD [structure] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261130180351_PenaltyStructure', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [correction_orders] ADD [withdrawal_ground] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE [correction_orders] ADD [withdrawal_handed_over_at] bigint NULL;

ALTER TABLE [correction_orders] ADD [withdrawal_number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE [correction_orders] ADD [withdrawal_reason] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE [correction_orders] ADD [withdrawal_signature] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE [correction_orders] ADD [withdrawn_at] bigint NULL;

ALTER TABLE [correction_orders] ADD [withdrawn_by] uniqueidentifier NULL;

ALTER TABLE [case_documents] ADD [corrects_id] uniqueidentifier NULL;

CREATE TABLE [fallen_decisions] (
    [id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [decided_on] date NOT NULL,
    [decided_year] int NOT NULL,
    [outcome] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [heaviest_kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [fine_fen] bigint NOT NULL,
    [violation_version_id] uniqueidentifier NOT NULL,
    [violation_code] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [violation_name] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [validity] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [fell_at] bigint NOT NULL,
    [reopened_at] bigint NOT NULL,
    CONSTRAINT [PK_fallen_decisions] PRIMARY KEY ([id]),
    CONSTRAINT [FK_fallen_decisions_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [offices] (
    [account_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [role] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [held_from] date NOT NULL,
    [held_until] date NULL,
    [from_assumed] bit NOT NULL,
    CONSTRAINT [PK_offices] PRIMARY KEY ([account_id], [place]),
    CONSTRAINT [FK_offices_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_case_documents_corrects_id] ON [case_documents] ([corrects_id]);

CREATE INDEX [IX_fallen_decisions_case_id] ON [fallen_decisions] ([case_id]);

CREATE INDEX [IX_fallen_decisions_decided_year] ON [fallen_decisions] ([decided_year]);

CREATE INDEX [IX_offices_organisation_path] ON [offices] ([organisation_path]);

CREATE INDEX [IX_offices_person_id] ON [offices] ([person_id]);

INSERT INTO offices (account_id, place, person_id, organisation_path, role, held_from, held_until, from_assumed)
SELECT a.id, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY r.role), a.person_id, a.organisation_path, r.role,
       DATEADD(day, CAST((a.created_at + 28800000) / 86400000 AS int), CAST('1970-01-01' AS date)), NULL, 1
FROM accounts a JOIN account_roles r ON r.account_id = a.id
WHERE a.disabled = 0

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261130212735_FallenDecisionsAndOffices', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [cases] ADD [work_listed_at] bigint NULL;

CREATE TABLE [case_touches] (
    [person_id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [touched_at] bigint NOT NULL,
    CONSTRAINT [PK_case_touches] PRIMARY KEY ([person_id], [case_id]),
    CONSTRAINT [FK_case_touches_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [case_work] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [act] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [since] bigint NOT NULL,
    [due_on] date NULL,
    [sort_on] date NOT NULL,
    [show_from] date NOT NULL,
    [relation] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [roles] bigint NOT NULL,
    CONSTRAINT [PK_case_work] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_case_work_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [ix_cases_work_unlisted] ON [cases] ([work_listed_at], [seq]) WHERE work_listed_at IS NULL;

CREATE INDEX [IX_case_touches_case_id] ON [case_touches] ([case_id]);

CREATE INDEX [IX_case_touches_person_id_touched_at] ON [case_touches] ([person_id], [touched_at]);

CREATE INDEX [ix_case_work_all] ON [case_work] ([sort_on], [seq]);

CREATE INDEX [IX_case_work_case_id] ON [case_work] ([case_id]);

CREATE INDEX [ix_case_work_organ] ON [case_work] ([organ_id], [sort_on], [seq], [show_from], [roles], [relation], [kind]);

CREATE CLUSTERED INDEX [IX_case_work_seq] ON [case_work] ([seq]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261130213320_WorkLists', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [sessions] ADD [challenge_id] uniqueidentifier NULL;

ALTER TABLE [accounts] ADD [code_locks_in_a_row] int NOT NULL DEFAULT 0;

ALTER TABLE [accounts] ADD [codes_locked_until] bigint NULL;

ALTER TABLE [accounts] ADD [password_given_at] bigint NULL;

ALTER TABLE [accounts] ADD [password_given_to] uniqueidentifier NULL;

ALTER TABLE [accounts] ADD [wrong_codes] int NOT NULL DEFAULT 0;

CREATE TABLE [guarded_changes] (
    [id] uniqueidentifier NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [account_id] uniqueidentifier NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [content] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [asked_by] uniqueidentifier NOT NULL,
    [asked_at] bigint NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [answered_by] uniqueidentifier NULL,
    [answered_at] bigint NULL,
    [effective_at] bigint NULL,
    [version] int NOT NULL,
    CONSTRAINT [PK_guarded_changes] PRIMARY KEY ([id]),
    CONSTRAINT [FK_guarded_changes_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_guarded_changes_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_guarded_changes_account_id] ON [guarded_changes] ([account_id]);

CREATE INDEX [IX_guarded_changes_organisation_id] ON [guarded_changes] ([organisation_id]);

CREATE INDEX [IX_guarded_changes_organisation_path] ON [guarded_changes] ([organisation_path]);

CREATE INDEX [IX_guarded_changes_state_effective_at] ON [guarded_changes] ([state], [effective_at]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261130213330_SecondPersons', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [payments_not_owed] ADD [approved_at] bigint NULL;

ALTER TABLE [payments_not_owed] ADD [approved_by] uniqueidentifier NULL;

ALTER TABLE [payments_not_owed] ADD [approved_by_name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;

ALTER TABLE [payments_not_owed] ADD [refunded_by] uniqueidentifier NULL;

ALTER TABLE [payments_not_owed] ADD [refunded_by_name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201004215_MoneyNotOwedApproval', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [log_checkpoints] (
    [size] bigint NOT NULL,
    [note] varbinary(max) NOT NULL,
    [signed_at] bigint NOT NULL,
    [anchored_at] bigint NULL,
    [time_stamp] varbinary(max) NULL,
    CONSTRAINT [PK_log_checkpoints] PRIMARY KEY ([size])
);

CREATE TABLE [log_heads] (
    [id] int NOT NULL,
    [origin] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [size] bigint NOT NULL,
    [frontier] varbinary(max) NOT NULL,
    [token] bigint NOT NULL,
    [holder] nvarchar(120) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [lease_until] bigint NOT NULL,
    CONSTRAINT [PK_log_heads] PRIMARY KEY ([id])
);

CREATE TABLE [log_keys] (
    [id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [text] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [from_size] bigint NOT NULL,
    CONSTRAINT [PK_log_keys] PRIMARY KEY ([id])
);

CREATE TABLE [log_leaves] (
    [position] bigint NOT NULL,
    [entry_id] uniqueidentifier NOT NULL,
    [hash] varbinary(32) NOT NULL,
    CONSTRAINT [PK_log_leaves] PRIMARY KEY ([position])
);

CREATE TABLE [log_tiles] (
    [level] int NOT NULL,
    [position] bigint NOT NULL,
    [hashes] varbinary(max) NOT NULL,
    CONSTRAINT [PK_log_tiles] PRIMARY KEY ([level], [position])
);

CREATE TABLE [record_audits] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [requested_by] uniqueidentifier NULL,
    [started_at] bigint NOT NULL,
    [finished_at] bigint NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [chains] bigint NOT NULL,
    [entries] bigint NOT NULL,
    [leaves] bigint NOT NULL,
    [rows] bigint NOT NULL,
    [faults] int NOT NULL,
    [first] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    [findings] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_record_audits] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE UNIQUE INDEX [IX_log_keys_number] ON [log_keys] ([number]);

CREATE UNIQUE INDEX [IX_log_leaves_entry_id] ON [log_leaves] ([entry_id]);

CREATE CLUSTERED INDEX [IX_record_audits_seq] ON [record_audits] ([seq]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201005958_RecordLog', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [publication_items] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [document_id] uniqueidentifier NULL,
    [number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [decided_on] date NOT NULL,
    [legal_due_on] date NOT NULL,
    [due_on] date NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [served_on] date NULL,
    [copy] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [copy_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [published_at] bigint NULL,
    [published_on] date NULL,
    [published_by] uniqueidentifier NULL,
    [credit_class] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [display_until] date NULL,
    [withholding_ground] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [withholding_reason] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [withholding_asked_by] uniqueidentifier NULL,
    [withheld_by] uniqueidentifier NULL,
    [withheld_at] bigint NULL,
    [withdrawal_ground] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [withdrawal_reason] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
    [withdrawn_at] bigint NULL,
    [ended_on] date NULL,
    [withdraw_by] date NULL,
    [corrected_at] bigint NULL,
    CONSTRAINT [PK_publication_items] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_publication_items_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_publication_items_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_publication_items_case_id] ON [publication_items] ([case_id]);

CREATE UNIQUE INDEX [IX_publication_items_code] ON [publication_items] ([code]);

CREATE INDEX [IX_publication_items_display_until] ON [publication_items] ([display_until]);

CREATE INDEX [IX_publication_items_number] ON [publication_items] ([number]);

CREATE INDEX [IX_publication_items_organ_id_published_on_seq] ON [publication_items] ([organ_id], [published_on], [seq]);

CREATE INDEX [IX_publication_items_organ_id_state_due_on_seq] ON [publication_items] ([organ_id], [state], [due_on], [seq]);

CREATE INDEX [IX_publication_items_published_on_seq] ON [publication_items] ([published_on], [seq]);

CREATE CLUSTERED INDEX [IX_publication_items_seq] ON [publication_items] ([seq]);

CREATE INDEX [IX_publication_items_state_due_on_seq] ON [publication_items] ([state], [due_on], [seq]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201010032_Publicity', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [case_files] (
    [id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [bytes] bigint NOT NULL,
    [media_type] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [device] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [width] int NULL,
    [height] int NULL,
    [duration_ms] bigint NULL,
    [codec] nvarchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    [recorded_at] bigint NULL,
    [person_id] uniqueidentifier NOT NULL,
    [received_at] bigint NOT NULL,
    [parent_id] uniqueidentifier NULL,
    [copy] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [reason] nvarchar(400) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_case_files] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_case_files_case_files_parent_id] FOREIGN KEY ([parent_id]) REFERENCES [case_files] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_case_files_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [uploads] (
    [id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [account_id] uniqueidentifier NOT NULL,
    [length] bigint NOT NULL,
    [sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [metadata] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] bigint NOT NULL,
    [expires_at] bigint NOT NULL,
    [stored_at] bigint NULL,
    [result_id] uniqueidentifier NULL,
    CONSTRAINT [PK_uploads] PRIMARY KEY NONCLUSTERED ([id])
);

CREATE TABLE [case_file_views] (
    [file_id] uniqueidentifier NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [viewed_at] bigint NOT NULL,
    [times] int NOT NULL,
    CONSTRAINT [PK_case_file_views] PRIMARY KEY ([file_id], [person_id]),
    CONSTRAINT [FK_case_file_views_case_files_file_id] FOREIGN KEY ([file_id]) REFERENCES [case_files] ([id]) ON DELETE NO ACTION
);

CREATE UNIQUE INDEX [IX_case_files_case_id_sha256] ON [case_files] ([case_id], [sha256]);

CREATE INDEX [IX_case_files_parent_id] ON [case_files] ([parent_id]);

CREATE CLUSTERED INDEX [IX_case_files_recorded_at] ON [case_files] ([recorded_at]);

CREATE INDEX [IX_case_files_sha256] ON [case_files] ([sha256]);

CREATE INDEX [IX_uploads_account_id] ON [uploads] ([account_id]);

CREATE CLUSTERED INDEX [IX_uploads_created_at] ON [uploads] ([created_at]);

CREATE INDEX [IX_uploads_expires_at] ON [uploads] ([expires_at]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201010152_CaseFiles', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
ALTER TABLE [outbox] ADD [detail] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL;

CREATE TABLE [webhook_subscriptions] (
    [id] uniqueidentifier NOT NULL,
    [account_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [url] nvarchar(400) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [event_names] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [secret_sealed] varbinary(200) NOT NULL,
    [created_at] bigint NOT NULL,
    [ended_at] bigint NULL,
    CONSTRAINT [PK_webhook_subscriptions] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_webhook_subscriptions_accounts_account_id] FOREIGN KEY ([account_id]) REFERENCES [accounts] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [webhook_deliveries] (
    [id] uniqueidentifier NOT NULL,
    [subscription_id] uniqueidentifier NOT NULL,
    [message_id] uniqueidentifier NOT NULL,
    [subject_id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [attempts] int NOT NULL,
    [token] int NOT NULL,
    [next_at] bigint NOT NULL,
    [ended_at] bigint NULL,
    [last_status] int NULL,
    [last_fault] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_webhook_deliveries] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_webhook_deliveries_outbox_message_id] FOREIGN KEY ([message_id]) REFERENCES [outbox] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_webhook_deliveries_webhook_subscriptions_subscription_id] FOREIGN KEY ([subscription_id]) REFERENCES [webhook_subscriptions] ([id]) ON DELETE NO ACTION
);

IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name', N'number') AND [object_id] = OBJECT_ID(N'[snapshot_versions]'))
    SET IDENTITY_INSERT [snapshot_versions] ON;
INSERT INTO [snapshot_versions] ([name], [number])
VALUES (N'webhooks', CAST(1 AS bigint));
IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'name', N'number') AND [object_id] = OBJECT_ID(N'[snapshot_versions]'))
    SET IDENTITY_INSERT [snapshot_versions] OFF;

CREATE INDEX [IX_webhook_deliveries_message_id] ON [webhook_deliveries] ([message_id]);

CREATE CLUSTERED INDEX [IX_webhook_deliveries_seq] ON [webhook_deliveries] ([seq]);

CREATE INDEX [IX_webhook_deliveries_state_ended_at] ON [webhook_deliveries] ([state], [ended_at]);

CREATE INDEX [IX_webhook_deliveries_subscription_id_state_seq] ON [webhook_deliveries] ([subscription_id], [state], [seq]);

CREATE INDEX [IX_webhook_deliveries_subscription_id_subject_id_state_seq] ON [webhook_deliveries] ([subscription_id], [subject_id], [state], [seq]);

CREATE INDEX [IX_webhook_subscriptions_account_id] ON [webhook_subscriptions] ([account_id]);

CREATE CLUSTERED INDEX [IX_webhook_subscriptions_created_at] ON [webhook_subscriptions] ([created_at]);

CREATE INDEX [IX_webhook_subscriptions_organisation_path] ON [webhook_subscriptions] ([organisation_path]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201062755_Webhooks', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
DROP INDEX [IX_statistics_snapshots_organisation_id_year_product_revision] ON [statistics_snapshots];

ALTER TABLE [statistics_snapshots] ADD [first_approved_at] bigint NULL;

ALTER TABLE [statistics_snapshots] ADD [first_approved_by] uniqueidentifier NULL;

ALTER TABLE [statistics_snapshots] ADD [period] nvarchar(8) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'';

ALTER TABLE [statistics_snapshots] ADD [released_at] bigint NULL;

ALTER TABLE [statistics_snapshots] ADD [released_by] uniqueidentifier NULL;

ALTER TABLE [fallen_decisions] ADD [confiscated_fen] bigint NULL;

ALTER TABLE [cases] ADD [confiscated_fen] bigint NULL;

ALTER TABLE [cases] ADD [outcome_on] date NULL;

CREATE TABLE [own_figures] (
    [id] uniqueidentifier NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [year] int NOT NULL,
    [key] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [revision] int NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [unit] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [value] decimal(18,4) NOT NULL,
    [part_keys] nvarchar(3050) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [source] nvarchar(500) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [entered_by] uniqueidentifier NOT NULL,
    [entered_at] bigint NOT NULL,
    [is_withdrawn] bit NOT NULL,
    CONSTRAINT [PK_own_figures] PRIMARY KEY ([id]),
    CONSTRAINT [FK_own_figures_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

EXEC(N'UPDATE statistics_snapshots SET period = CAST(year AS varchar(8));');

EXEC(N'UPDATE cases SET confiscated_fen = 0 WHERE heaviest_kind IN (''Warning'', ''PublicCriticism'', ''Fine'');');

EXEC(N'UPDATE fallen_decisions SET confiscated_fen = 0 WHERE heaviest_kind IN (''Warning'', ''PublicCriticism'', ''Fine'');');

EXEC(N'UPDATE cases SET outcome_on = decided_on WHERE outcome IN (''Penalty'', ''OrderAlone'');');

EXEC(N'UPDATE cases SET outcome_on = (SELECT MAX(a.done_on) FROM case_acts a WHERE a.case_id = cases.id AND a.act IN (''DeclineToFile'', ''WithdrawCase'', ''TransferCase'', ''DecideNoPenalty'')) WHERE outcome IS NOT NULL AND outcome NOT IN (''Penalty'', ''OrderAlone'');');

CREATE UNIQUE INDEX [IX_statistics_snapshots_organisation_id_period_product_revision] ON [statistics_snapshots] ([organisation_id], [period], [product], [revision]);

CREATE INDEX [IX_cases_organ_id_filed_on] ON [cases] ([organ_id], [filed_on]) WHERE filed_on IS NOT NULL;

CREATE INDEX [IX_cases_organ_id_outcome_on] ON [cases] ([organ_id], [outcome_on]) WHERE outcome_on IS NOT NULL;

CREATE INDEX [IX_case_acts_act_done_on] ON [case_acts] ([act], [done_on]);

CREATE UNIQUE INDEX [IX_own_figures_organisation_id_year_key_revision] ON [own_figures] ([organisation_id], [year], [key], [revision]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201103341_Figures', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [campaigns] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [purpose] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [runs_from] date NOT NULL,
    [runs_to] date NOT NULL,
    [decided_by] uniqueidentifier NOT NULL,
    [decided_at] bigint NOT NULL,
    CONSTRAINT [PK_campaigns] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_campaigns_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [check_objects] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [credit_code] nvarchar(18) COLLATE Latin1_General_100_BIN2 NULL,
    [address] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [category] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [entered_at] bigint NOT NULL,
    [delisted_on] date NULL,
    [listed_key] nvarchar(50) COLLATE Latin1_General_100_BIN2 NULL,
    [delisted_because] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_check_objects] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_check_objects_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [check_plans] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [year] int NOT NULL,
    [category] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [planned_checks] int NOT NULL,
    [cap_per_object] int NULL,
    [cap_source] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [matters] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [standards] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [proposed_by] uniqueidentifier NOT NULL,
    [proposed_at] bigint NOT NULL,
    [approved_by] uniqueidentifier NULL,
    [approved_at] bigint NULL,
    CONSTRAINT [PK_check_plans] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_check_plans_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [random_draws] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [category] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [matters] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [objects_to_draw] int NOT NULL,
    [officers_each] int NOT NULL,
    [planned_on] date NOT NULL,
    [lists] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [lists_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [commitment] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [announced_by] uniqueidentifier NOT NULL,
    [announced_at] bigint NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [secret] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [word] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [drawn_by] uniqueidentifier NULL,
    [drawn_at] bigint NULL,
    [drawn_on] date NULL,
    [drawn] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [objects_drawn] int NOT NULL,
    [cancelled_because] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_random_draws] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_random_draws_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [patrol_sheets] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [started_at] bigint NOT NULL,
    [ended_at] bigint NOT NULL,
    [patrolled_on] date NOT NULL,
    [members] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [vehicles] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [places] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [campaign_id] uniqueidentifier NULL,
    [entered_by] uniqueidentifier NOT NULL,
    [person_times] int NOT NULL,
    [vehicle_times] int NOT NULL,
    [place_times] int NOT NULL,
    [stalls_cleared] int NOT NULL,
    [shops_corrected] int NOT NULL,
    [voided_at] bigint NULL,
    [voided_because] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_patrol_sheets] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_patrol_sheets_campaigns_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaigns] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_patrol_sheets_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [officer_interests] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [object_id] uniqueidentifier NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [person_name] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [tie] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [interested_from] date NOT NULL,
    [interested_to] date NULL,
    CONSTRAINT [PK_officer_interests] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_officer_interests_check_objects_object_id] FOREIGN KEY ([object_id]) REFERENCES [check_objects] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_officer_interests_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_officer_interests_persons_person_id] FOREIGN KEY ([person_id]) REFERENCES [persons] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [check_tasks] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [object_id] uniqueidentifier NOT NULL,
    [object_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [category] nvarchar(60) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [officers] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [type] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [planned_on] date NOT NULL,
    [planned_year] int NOT NULL,
    [matters] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [campaign_id] uniqueidentifier NULL,
    [draw_id] uniqueidentifier NULL,
    [exemption] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [exemption_facts] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    [applied_by] uniqueidentifier NOT NULL,
    [applied_at] bigint NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [decided_by] uniqueidentifier NULL,
    [decided_at] bigint NULL,
    [refused_because] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    [entered_at] bigint NULL,
    [checked_on] date NULL,
    [scanned] bit NOT NULL,
    [not_scanned_because] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    [notified_at] bigint NULL,
    [unannounced_because] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    [certificates_shown_at] bigint NULL,
    [recorded_at] bigint NULL,
    [findings] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [result] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [signed] bit NOT NULL,
    [refusal_note] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    [is_complete] bit NOT NULL,
    [followed_by_case_id] uniqueidentifier NULL,
    [followed_by_order_id] uniqueidentifier NULL,
    [publish_by] date NULL,
    [published_on] date NULL,
    [published_by] uniqueidentifier NULL,
    CONSTRAINT [PK_check_tasks] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_check_tasks_campaigns_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaigns] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_check_tasks_cases_followed_by_case_id] FOREIGN KEY ([followed_by_case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_check_tasks_check_objects_object_id] FOREIGN KEY ([object_id]) REFERENCES [check_objects] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_check_tasks_correction_orders_followed_by_order_id] FOREIGN KEY ([followed_by_order_id]) REFERENCES [correction_orders] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_check_tasks_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_check_tasks_random_draws_draw_id] FOREIGN KEY ([draw_id]) REFERENCES [random_draws] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [reminders] (
    [id] uniqueidentifier NOT NULL,
    [seq] bigint NOT NULL,
    [version] int NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [patrol_id] uniqueidentifier NOT NULL,
    [number] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [party_name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [content] nvarchar(1000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [handed_on] date NOT NULL,
    [correct_by] date NOT NULL,
    [end] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [ended_on] date NULL,
    [end_note] nvarchar(300) COLLATE Latin1_General_100_BIN2 NULL,
    [case_id] uniqueidentifier NULL,
    CONSTRAINT [PK_reminders] PRIMARY KEY NONCLUSTERED ([id]),
    CONSTRAINT [FK_reminders_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_reminders_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_reminders_patrol_sheets_patrol_id] FOREIGN KEY ([patrol_id]) REFERENCES [patrol_sheets] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_campaigns_organ_id_seq] ON [campaigns] ([organ_id], [seq]);

CREATE INDEX [IX_campaigns_organisation_path_seq] ON [campaigns] ([organisation_path], [seq]);

CREATE CLUSTERED INDEX [IX_campaigns_seq] ON [campaigns] ([seq]);

CREATE UNIQUE INDEX [IX_check_objects_listed_key] ON [check_objects] ([listed_key]) WHERE [listed_key] IS NOT NULL;

CREATE INDEX [IX_check_objects_organ_id_category] ON [check_objects] ([organ_id], [category]);

CREATE INDEX [IX_check_objects_organ_id_credit_code] ON [check_objects] ([organ_id], [credit_code]);

CREATE INDEX [IX_check_objects_organ_id_seq] ON [check_objects] ([organ_id], [seq]);

CREATE INDEX [IX_check_objects_organisation_path_seq] ON [check_objects] ([organisation_path], [seq]);

CREATE CLUSTERED INDEX [IX_check_objects_seq] ON [check_objects] ([seq]);

CREATE INDEX [IX_check_plans_organ_id_seq] ON [check_plans] ([organ_id], [seq]);

CREATE INDEX [IX_check_plans_organ_id_year_category] ON [check_plans] ([organ_id], [year], [category]);

CREATE INDEX [IX_check_plans_organisation_path_seq] ON [check_plans] ([organisation_path], [seq]);

CREATE CLUSTERED INDEX [IX_check_plans_seq] ON [check_plans] ([seq]);

CREATE INDEX [IX_check_tasks_campaign_id] ON [check_tasks] ([campaign_id]);

CREATE UNIQUE INDEX [IX_check_tasks_code] ON [check_tasks] ([code]);

CREATE INDEX [IX_check_tasks_draw_id] ON [check_tasks] ([draw_id]);

CREATE INDEX [IX_check_tasks_followed_by_case_id] ON [check_tasks] ([followed_by_case_id]);

CREATE INDEX [IX_check_tasks_followed_by_order_id] ON [check_tasks] ([followed_by_order_id]);

CREATE INDEX [IX_check_tasks_object_id_planned_year_state] ON [check_tasks] ([object_id], [planned_year], [state]);

CREATE INDEX [IX_check_tasks_organ_id_checked_on] ON [check_tasks] ([organ_id], [checked_on]);

CREATE INDEX [IX_check_tasks_organ_id_seq] ON [check_tasks] ([organ_id], [seq]);

CREATE INDEX [IX_check_tasks_organ_id_state_planned_on] ON [check_tasks] ([organ_id], [state], [planned_on]);

CREATE INDEX [IX_check_tasks_organisation_path_seq] ON [check_tasks] ([organisation_path], [seq]);

CREATE CLUSTERED INDEX [IX_check_tasks_seq] ON [check_tasks] ([seq]);

CREATE INDEX [IX_officer_interests_object_id] ON [officer_interests] ([object_id]);

CREATE INDEX [IX_officer_interests_organ_id_seq] ON [officer_interests] ([organ_id], [seq]);

CREATE INDEX [IX_officer_interests_organisation_path_seq] ON [officer_interests] ([organisation_path], [seq]);

CREATE INDEX [IX_officer_interests_person_id] ON [officer_interests] ([person_id]);

CREATE CLUSTERED INDEX [IX_officer_interests_seq] ON [officer_interests] ([seq]);

CREATE INDEX [IX_patrol_sheets_campaign_id] ON [patrol_sheets] ([campaign_id]);

CREATE INDEX [IX_patrol_sheets_organ_id_patrolled_on] ON [patrol_sheets] ([organ_id], [patrolled_on]);

CREATE INDEX [IX_patrol_sheets_organ_id_seq] ON [patrol_sheets] ([organ_id], [seq]);

CREATE INDEX [IX_patrol_sheets_organisation_path_seq] ON [patrol_sheets] ([organisation_path], [seq]);

CREATE CLUSTERED INDEX [IX_patrol_sheets_seq] ON [patrol_sheets] ([seq]);

CREATE INDEX [IX_random_draws_organ_id_drawn_on] ON [random_draws] ([organ_id], [drawn_on]);

CREATE INDEX [IX_random_draws_organ_id_seq] ON [random_draws] ([organ_id], [seq]);

CREATE INDEX [IX_random_draws_organisation_path_seq] ON [random_draws] ([organisation_path], [seq]);

CREATE CLUSTERED INDEX [IX_random_draws_seq] ON [random_draws] ([seq]);

CREATE INDEX [IX_reminders_case_id] ON [reminders] ([case_id]);

CREATE UNIQUE INDEX [IX_reminders_number] ON [reminders] ([number]);

CREATE INDEX [IX_reminders_organ_id_handed_on] ON [reminders] ([organ_id], [handed_on]);

CREATE INDEX [IX_reminders_organ_id_seq] ON [reminders] ([organ_id], [seq]);

CREATE INDEX [IX_reminders_organisation_path_seq] ON [reminders] ([organisation_path], [seq]);

CREATE INDEX [IX_reminders_patrol_id] ON [reminders] ([patrol_id]);

CREATE CLUSTERED INDEX [IX_reminders_seq] ON [reminders] ([seq]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201112555_Inspections', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [file_review_rounds] (
    [id] uniqueidentifier NOT NULL,
    [organisation_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [reviewed_organisation_id] uniqueidentifier NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [closed_from] date NOT NULL,
    [closed_to] date NOT NULL,
    [size] int NOT NULL,
    [method] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [seed] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [standard] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [drawn_by] uniqueidentifier NOT NULL,
    [drawn_at] bigint NOT NULL,
    [candidates] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_file_review_rounds] PRIMARY KEY ([id]),
    CONSTRAINT [FK_file_review_rounds_organisations_organisation_id] FOREIGN KEY ([organisation_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [reviewed_files] (
    [id] uniqueidentifier NOT NULL,
    [version] int NOT NULL,
    [round_id] uniqueidentifier NOT NULL,
    [place] int NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [reviewer_organisation_id] uniqueidentifier NOT NULL,
    [reviewer_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [standard] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [step] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [first_reviewer] uniqueidentifier NULL,
    [second_reviewer] uniqueidentifier NULL,
    [judged_by_person] uniqueidentifier NULL,
    [judgement] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [judgement_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [points] decimal(5,2) NULL,
    [grade] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [fixed_at] bigint NULL,
    [notice] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [reply_due_on] date NULL,
    [reply] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [replied_at] bigint NULL,
    [recheck_note] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    [nomination] nvarchar(40) COLLATE Latin1_General_100_BIN2 NULL,
    [nomination_reason] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_reviewed_files] PRIMARY KEY ([id]),
    CONSTRAINT [FK_reviewed_files_cases_case_id] FOREIGN KEY ([case_id]) REFERENCES [cases] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_reviewed_files_file_review_rounds_round_id] FOREIGN KEY ([round_id]) REFERENCES [file_review_rounds] ([id]) ON DELETE NO ACTION
);

CREATE TABLE [accountabilities] (
    [id] uniqueidentifier NOT NULL,
    [file_id] uniqueidentifier NOT NULL,
    [case_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [person_id] uniqueidentifier NOT NULL,
    [measure] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [reason] nvarchar(2000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [entered_by] uniqueidentifier NOT NULL,
    [entered_at] bigint NOT NULL,
    CONSTRAINT [PK_accountabilities] PRIMARY KEY ([id]),
    CONSTRAINT [FK_accountabilities_reviewed_files_file_id] FOREIGN KEY ([file_id]) REFERENCES [reviewed_files] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_accountabilities_entered_at_id] ON [accountabilities] ([entered_at], [id]);

CREATE INDEX [IX_accountabilities_file_id] ON [accountabilities] ([file_id]);

CREATE INDEX [IX_file_review_rounds_organisation_id_drawn_at] ON [file_review_rounds] ([organisation_id], [drawn_at]);

CREATE INDEX [IX_reviewed_files_case_id] ON [reviewed_files] ([case_id]);

CREATE INDEX [IX_reviewed_files_organ_id_step] ON [reviewed_files] ([organ_id], [step]);

CREATE UNIQUE INDEX [IX_reviewed_files_round_id_place] ON [reviewed_files] ([round_id], [place]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201113303_FileReview', N'10.0.15');

COMMIT;
GO

BEGIN TRANSACTION;
CREATE TABLE [supervision_letters] (
    [id] uniqueidentifier NOT NULL,
    [version] int NOT NULL,
    [from_organisation_id] uniqueidentifier NOT NULL,
    [from_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [organ_id] uniqueidentifier NOT NULL,
    [organisation_path] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [kind] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [text] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [rule] nvarchar(60) COLLATE Latin1_General_100_BIN2 NULL,
    [case_ids] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [state] nvarchar(40) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [reply_due_on] date NOT NULL,
    [sent_by] uniqueidentifier NOT NULL,
    [sent_at] bigint NOT NULL,
    [reply] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    [replied_at] bigint NULL,
    [result] nvarchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
    [escalations] int NOT NULL,
    CONSTRAINT [PK_supervision_letters] PRIMARY KEY ([id]),
    CONSTRAINT [FK_supervision_letters_organisations_organ_id] FOREIGN KEY ([organ_id]) REFERENCES [organisations] ([id]) ON DELETE NO ACTION
);

CREATE INDEX [IX_supervision_letters_organ_id_state] ON [supervision_letters] ([organ_id], [state]);

CREATE INDEX [IX_supervision_letters_sent_at] ON [supervision_letters] ([sent_at]);

INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
VALUES (N'20261201114917_SupervisionLetters', N'10.0.15');

COMMIT;
GO

