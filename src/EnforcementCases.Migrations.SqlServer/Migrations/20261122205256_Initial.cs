using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace EnforcementCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bank_deposits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    slip = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    deposited_fen = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    deposited_on = table.Column<DateOnly>(type: "date", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_deposits", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "bank_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    covers_from = table.Column<DateOnly>(type: "date", nullable: false),
                    covers_to = table.Column<DateOnly>(type: "date", nullable: false),
                    has_deposits = table.Column<bool>(type: "bit", nullable: false),
                    has_refunds = table.Column<bool>(type: "bit", nullable: false),
                    imported_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    imported_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_statements", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "cash_difference_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    difference_key = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false, collation: "Latin1_General_100_BIN2"),
                    text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    written_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    written_by_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_difference_notes", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "cash_handovers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    officer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    officer_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    counted_fen = table.Column<long>(type: "bigint", nullable: true),
                    received_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    received_by_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    received_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_handovers", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "cash_months",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    closed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    closed_by_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    countersigned_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    countersigned_by_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    countersigned_at = table.Column<long>(type: "bigint", nullable: true),
                    sent_back_because = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_months", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_data_sets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    label = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<int>(type: "int", nullable: false),
                    loaded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_data_sets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_source_rows",
                columns: table => new
                {
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_source_rows", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_requests",
                columns: table => new
                {
                    id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    fingerprint = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    owner_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    result = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_requests", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "job_runs",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    period = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    token = table.Column<int>(type: "int", nullable: false),
                    holder = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    lease_until = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    finished_at = table.Column<long>(type: "bigint", nullable: true),
                    steps_done = table.Column<int>(type: "int", nullable: false),
                    error = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_job_runs", x => new { x.name, x.period });
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    parent_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2"),
                    path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    profile_contact = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    profile_court = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    profile_division_codes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    profile_number_digits = table.Column<int>(type: "int", nullable: false),
                    profile_number_template = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    profile_payee_text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    profile_reconsideration_organ = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    profile_seal_sha256 = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    profile_short_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_organisations_organisations_parent_id",
                        column: x => x.parent_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    owner_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "parties",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    blind_index = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    document_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    merged_into = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parties", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_parties_parties_merged_into",
                        column: x => x.merged_into,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_chains",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    last_seq = table.Column<int>(type: "int", nullable: false),
                    last_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_chains", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "record_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    chain_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    chain_seq = table.Column<int>(type: "int", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    type = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    canonical = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    claimed_at = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_entries", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "security_events",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    actor_account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    actor_person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    owner_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    operation = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    detail = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    trace_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    remote_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_events", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "snapshot_versions",
                columns: table => new
                {
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_snapshot_versions", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "bank_statement_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    statement_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    line = table.Column<int>(type: "int", nullable: false),
                    transaction_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: true),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered = table.Column<bool>(type: "bit", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_statement_lines", x => x.id);
                    table.ForeignKey(
                        name: "FK_bank_statement_lines_bank_statements_statement_id",
                        column: x => x.statement_id,
                        principalTable: "bank_statements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_years",
                columns: table => new
                {
                    data_set_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    year = table.Column<int>(type: "int", nullable: false),
                    notice_title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    notice_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number_status = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    notice_url = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_years", x => new { x.data_set_id, x.year });
                    table.ForeignKey(
                        name: "FK_calendar_years_catalogue_data_sets_data_set_id",
                        column: x => x.data_set_id,
                        principalTable: "catalogue_data_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "discretion_benchmarks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    data_set_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    violation_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    issuer = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    tiers = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    binding_in_tianjin = table.Column<bool>(type: "bit", nullable: false),
                    evidence = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    row_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discretion_benchmarks", x => x.id);
                    table.ForeignKey(
                        name: "FK_discretion_benchmarks_catalogue_data_sets_data_set_id",
                        column: x => x.data_set_id,
                        principalTable: "catalogue_data_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exemption_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    data_set_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    violation_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    leniency = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    conditions = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    follow_up = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    correction = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    up_to_occurrence = table.Column<int>(type: "int", nullable: true),
                    basis = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    binding_in_tianjin = table.Column<bool>(type: "bit", nullable: false),
                    evidence = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    row_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exemption_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_exemption_entries_catalogue_data_sets_data_set_id",
                        column: x => x.data_set_id,
                        principalTable: "catalogue_data_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "power_list_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    data_set_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code_is_published = table.Column<bool>(type: "bit", nullable: false),
                    name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    basis = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    implementing_body = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    responsible_post = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    flow = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    violation_codes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    evidence = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_power_list_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_power_list_items_catalogue_data_sets_data_set_id",
                        column: x => x.data_set_id,
                        principalTable: "catalogue_data_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    data_set_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decision_kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    item = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kinds = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    features = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    citizen = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    organisation = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    condition = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    materials = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    points = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    time_limit_working_days = table.Column<int>(type: "int", nullable: false),
                    time_limit_source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    basis = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    is_confirmed = table.Column<bool>(type: "bit", nullable: false),
                    evidence = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    row_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_templates", x => x.id);
                    table.ForeignKey(
                        name: "FK_review_templates_catalogue_data_sets_data_set_id",
                        column: x => x.data_set_id,
                        principalTable: "catalogue_data_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "violations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    data_set_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    category = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    jurisdiction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    applies_in_tianjin = table.Column<bool>(type: "bit", nullable: false),
                    instrument = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    instrument_level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    violated_article = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    penalty_article = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kinds = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    orders = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    connector = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    individual_fine = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    organisation_fine = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    correction = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    simple_for_individuals = table.Column<bool>(type: "bit", nullable: false),
                    simple_for_organisations = table.Column<bool>(type: "bit", nullable: false),
                    marked_ready = table.Column<bool>(type: "bit", nullable: false),
                    status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    evidence = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    text_version = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    enforced_by = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    note = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    row_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_violations", x => x.id);
                    table.ForeignKey(
                        name: "FK_violations_catalogue_data_sets_data_set_id",
                        column: x => x.data_set_id,
                        principalTable: "catalogue_data_sets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "adoptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    violation_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    instrument = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    area_codes = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    is_demo = table.Column<bool>(type: "bit", nullable: false),
                    entered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_adoptions", x => x.id);
                    table.ForeignKey(
                        name: "FK_adoptions_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cash_books",
                columns: table => new
                {
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    closed_through = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_books", x => x.organ_id);
                    table.ForeignKey(
                        name: "FK_cash_books_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rows = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    basis = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    settled_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    settled_at = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_changes", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_catalogue_changes_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_numbers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    word = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    year = table.Column<int>(type: "int", nullable: false),
                    serial = table.Column<int>(type: "int", nullable: false),
                    text = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    issued_at = table.Column<long>(type: "bigint", nullable: false),
                    void_reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    voided_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    voided_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_numbers", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_document_numbers_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "number_counters",
                columns: table => new
                {
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    word = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    year = table.Column<int>(type: "int", nullable: false),
                    last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_counters", x => new { x.organ_id, x.word, x.year });
                    table.ForeignKey(
                        name: "FK_number_counters_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "parameter_values",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    value = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_parameter_values", x => x.id);
                    table.ForeignKey(
                        name: "FK_parameter_values_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "persons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    staff_number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    legal_qualified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    legal_qualification_number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    first_review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_persons", x => x.id);
                    table.ForeignKey(
                        name: "FK_persons_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "receipt_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    prefix = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    digits = table.Column<int>(type: "int", nullable: false),
                    first = table.Column<long>(type: "bigint", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipt_batches", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_receipt_batches_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_catalogues",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rows = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    instrument = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    confirmed_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_catalogues", x => x.id);
                    table.ForeignKey(
                        name: "FK_review_catalogues_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statistics_snapshots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    product = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    year = table.Column<int>(type: "int", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    revision = table.Column<int>(type: "int", nullable: false),
                    supersedes_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    reason_for_change = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    cut_off_at = table.Column<long>(type: "bigint", nullable: false),
                    generated_at = table.Column<long>(type: "bigint", nullable: false),
                    generated_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    is_preliminary = table.Column<bool>(type: "bit", nullable: false),
                    log_entries = table.Column<long>(type: "bigint", nullable: false),
                    log_last_seq = table.Column<long>(type: "bigint", nullable: false),
                    log_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    content_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    checks = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_snapshots", x => x.id);
                    table.ForeignKey(
                        name: "FK_statistics_snapshots_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    supervising_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    procedure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    listed_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    offence_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    committed_at = table.Column<long>(type: "bigint", nullable: false),
                    committed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    violation_version_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    violation_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    violation_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    adoption_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    facts = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    outcome_year = table.Column<int>(type: "int", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_year = table.Column<int>(type: "int", nullable: true),
                    decision_number = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true, collation: "Latin1_General_100_BIN2"),
                    served_at = table.Column<long>(type: "bigint", nullable: true),
                    signature = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reported_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_year = table.Column<int>(type: "int", nullable: true),
                    fined_act_key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    same_day_key = table.Column<string>(type: "nvarchar(90)", maxLength: 90, nullable: true, collation: "Latin1_General_100_BIN2"),
                    owed_until = table.Column<DateOnly>(type: "date", nullable: true),
                    keep_until = table.Column<DateOnly>(type: "date", nullable: true),
                    archived_on = table.Column<DateOnly>(type: "date", nullable: true),
                    retention = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    archive_volume = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    closed_at = table.Column<long>(type: "bigint", nullable: true),
                    closed_because = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    corrected_at = table.Column<long>(type: "bigint", nullable: true),
                    correction_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    earlier_order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    correction_required = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    invalid_because = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    invalidated_at = table.Column<long>(type: "bigint", nullable: true),
                    revocation_reason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    validity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    device = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    entered_late = table.Column<bool>(type: "bit", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    party_address_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    party_age_at_offence = table.Column<int>(type: "int", nullable: true),
                    party_age_verified = table.Column<bool>(type: "bit", nullable: false),
                    party_check_digit_override = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_document_tail = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_identity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_phone_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    party_photo_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_representative = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    fine_fen = table.Column<long>(type: "bigint", nullable: false),
                    heaviest_kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reasons_for_amount = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    warned = table.Column<bool>(type: "bit", nullable: false),
                    datum = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    division_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2"),
                    latitude = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    longitude = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    place_text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_cases_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cases_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "correction_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    violation_version_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    violation_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    violation_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    place_text = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2"),
                    division_code = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false, collation: "Latin1_General_100_BIN2"),
                    facts = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    requirement = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ordered_at = table.Column<long>(type: "bigint", nullable: false),
                    ordered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rechecked_at = table.Column<long>(type: "bigint", nullable: true),
                    rechecked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    result = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    used_by_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    party_address_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    party_age_at_offence = table.Column<int>(type: "int", nullable: true),
                    party_age_verified = table.Column<bool>(type: "bit", nullable: false),
                    party_check_digit_override = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_document = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_document_tail = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_identity = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_phone_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    party_photo_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    party_representative = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_correction_orders", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_correction_orders_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_correction_orders_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "party_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    into_party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    merged_at = table.Column<long>(type: "bigint", nullable: false),
                    merged_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    standing_party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    split_at = table.Column<long>(type: "bigint", nullable: true),
                    split_reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    split_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_party_merges", x => x.id);
                    table.ForeignKey(
                        name: "FK_party_merges_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_party_merges_parties_into_party_id",
                        column: x => x.into_party_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_party_merges_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_secrets",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    payload = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_secrets", x => x.entry_id);
                    table.ForeignKey(
                        name: "FK_record_secrets_record_entries_entry_id",
                        column: x => x.entry_id,
                        principalTable: "record_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    data_set_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    date = table.Column<DateOnly>(type: "date", nullable: false),
                    notice_year = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => new { x.data_set_id, x.kind, x.date });
                    table.ForeignKey(
                        name: "FK_calendar_days_calendar_years_data_set_id_notice_year",
                        columns: x => new { x.data_set_id, x.notice_year },
                        principalTable: "calendar_years",
                        principalColumns: new[] { "data_set_id", "year" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rights_version = table.Column<int>(type: "int", nullable: false),
                    must_change_password = table.Column<bool>(type: "bit", nullable: false),
                    disabled = table.Column<bool>(type: "bit", nullable: false),
                    lock_outs_in_a_row = table.Column<int>(type: "int", nullable: false),
                    second_factor_since = table.Column<long>(type: "bigint", nullable: true),
                    external_key = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    user_name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    normalized_user_name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    password_hash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    concurrency_stamp = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    lockout_end = table.Column<long>(type: "bigint", nullable: true),
                    access_failed_count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_accounts_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_accounts_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officers", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_officers_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officers_persons_id",
                        column: x => x.id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "treasury_receipts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    batch_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    serial = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    holder_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    holder_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    announcement = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    announced_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_receipts", x => x.id);
                    table.ForeignKey(
                        name: "FK_treasury_receipts_receipt_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "receipt_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statistics_snapshot_figures",
                columns: table => new
                {
                    snapshot_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    place = table.Column<int>(type: "int", nullable: false),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    counted_by = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    definition_version = table.Column<int>(type: "int", nullable: false),
                    measure = table.Column<long>(type: "bigint", nullable: false),
                    case_count = table.Column<int>(type: "int", nullable: false),
                    cases = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statistics_snapshot_figures", x => new { x.snapshot_id, x.key });
                    table.ForeignKey(
                        name: "FK_statistics_snapshot_figures_statistics_snapshots_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "statistics_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    violation_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    applied_version_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    verdict = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    engine = table.Column<int>(type: "int", nullable: false),
                    input = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    result = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    input_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    result_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    assessed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    assessed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_assessments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessments_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessments_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assessments_violations_applied_version_id",
                        column: x => x.applied_version_id,
                        principalTable: "violations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_acts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    place = table.Column<int>(type: "int", nullable: false),
                    act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    done_at = table.Column<long>(type: "bigint", nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    entered_late = table.Column<bool>(type: "bit", nullable: false),
                    body_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    body_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    stage_after = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_acts", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_case_acts_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    rule = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_provisional = table.Column<bool>(type: "bit", nullable: false),
                    explanation = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    calendar_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    previous_last_day = table.Column<DateOnly>(type: "date", nullable: true),
                    previous_calendar_version = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    recomputed_at = table.Column<long>(type: "bigint", nullable: true),
                    reference = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    due_fen = table.Column<long>(type: "bigint", nullable: true),
                    met_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_deadlines", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_case_deadlines_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_documents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    number = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    verification_code = table.Column<string>(type: "nvarchar(24)", maxLength: 24, nullable: false, collation: "Latin1_General_100_BIN2"),
                    template_version = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content_sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    content_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    issued_at = table.Column<long>(type: "bigint", nullable: false),
                    dated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    act_position = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_documents", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_case_documents_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_evidence",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    taken_at = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    description = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_evidence", x => new { x.case_id, x.place });
                    table.ForeignKey(
                        name: "FK_case_evidence_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_officers",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    certificate_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_officers", x => new { x.case_id, x.place })
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_case_officers_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cash_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    occurred_at = table.Column<long>(type: "bigint", nullable: false),
                    occurred_on = table.Column<DateOnly>(type: "date", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    receipt_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reference = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true, collation: "Latin1_General_100_BIN2"),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_entries", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_cash_entries_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cash_handover_lines",
                columns: table => new
                {
                    handover_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    receipt_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    collected_at = table.Column<long>(type: "bigint", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_handover_lines", x => new { x.handover_id, x.receipt_number });
                    table.ForeignKey(
                        name: "FK_cash_handover_lines_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_cash_handover_lines_cash_handovers_handover_id",
                        column: x => x.handover_id,
                        principalTable: "cash_handovers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    surcharge_fen = table.Column<long>(type: "bigint", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    refunded_fen = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    paid_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment_orders", x => x.id);
                    table.CheckConstraint("ck_payment_orders_paid", "paid_fen >= 0");
                    table.CheckConstraint("ck_payment_orders_refunded", "refunded_fen >= 0 AND refunded_fen <= paid_fen");
                    table.CheckConstraint("ck_payment_orders_surcharge", "surcharge_fen >= 0 AND surcharge_fen <= amount_fen");
                    table.ForeignKey(
                        name: "FK_payment_orders_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: false),
                    bank_transaction_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    receipt_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ground_reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true, collation: "Latin1_General_100_BIN2"),
                    remitted_to_organ_at = table.Column<long>(type: "bigint", nullable: true),
                    remitted_to_bank_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.id);
                    table.ForeignKey(
                        name: "FK_payments_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments_not_owed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bank_transaction_id = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    payment_code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_at = table.Column<long>(type: "bigint", nullable: false),
                    because = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    refund_reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    refunded_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments_not_owed", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_payments_not_owed_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refunds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    interest_fen = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    refunded_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refunds", x => x.id);
                    table.ForeignKey(
                        name: "FK_refunds_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    planned = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    measure_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    key = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    round = table.Column<int>(type: "int", nullable: false),
                    submitted_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    submitted_at = table.Column<long>(type: "bigint", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    taken_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    taken_at = table.Column<long>(type: "bigint", nullable: true),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ended_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_tasks", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_review_tasks_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "correction_order_officers",
                columns: table => new
                {
                    order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    certificate_number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_correction_order_officers", x => new { x.order_id, x.place });
                    table.ForeignKey(
                        name: "FK_correction_order_officers_correction_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "correction_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_roles",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_roles", x => new { x.account_id, x.role });
                    table.ForeignKey(
                        name: "FK_account_roles_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "second_factors",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    secret = table.Column<byte[]>(type: "varbinary(100)", maxLength: 100, nullable: true),
                    pending_secret = table.Column<byte[]>(type: "varbinary(100)", maxLength: 100, nullable: true),
                    pending_since = table.Column<long>(type: "bigint", nullable: true),
                    last_step = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_second_factors", x => x.account_id);
                    table.ForeignKey(
                        name: "FK_second_factors_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    device = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    opened_by = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    second_proof = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    second_proof_at = table.Column<long>(type: "bigint", nullable: true),
                    address = table.Column<string>(type: "nvarchar(48)", maxLength: 48, nullable: true, collation: "Latin1_General_100_BIN2"),
                    generation = table.Column<int>(type: "int", nullable: false),
                    refresh_hash = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    rotated_at = table.Column<long>(type: "bigint", nullable: false),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_because = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_sessions_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officer_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    officer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancelled_because = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    cancellation_note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_certificates", x => x.id);
                    table.ForeignKey(
                        name: "FK_officer_certificates_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officer_postings",
                columns: table => new
                {
                    officer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    served_from = table.Column<DateOnly>(type: "date", nullable: false),
                    served_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_postings", x => new { x.officer_id, x.place });
                    table.ForeignKey(
                        name: "FK_officer_postings_officers_officer_id",
                        column: x => x.officer_id,
                        principalTable: "officers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officer_postings_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "treasury_receipt_changes",
                columns: table => new
                {
                    receipt_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    booked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    holder_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    holder_name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_treasury_receipt_changes", x => new { x.receipt_id, x.place });
                    table.ForeignKey(
                        name: "FK_treasury_receipt_changes_treasury_receipts_receipt_id",
                        column: x => x.receipt_id,
                        principalTable: "treasury_receipts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "first_offence_exemptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    violation_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    assessment_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    occurrence = table.Column<int>(type: "int", nullable: false),
                    granted_at = table.Column<long>(type: "bigint", nullable: false),
                    granted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    look_back_years = table.Column<int>(type: "int", nullable: false),
                    active_key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true, collation: "Latin1_General_100_BIN2"),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true),
                    revocation_reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_first_offence_exemptions", x => x.id);
                    table.ForeignKey(
                        name: "FK_first_offence_exemptions_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_first_offence_exemptions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_first_offence_exemptions_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_first_offence_exemptions_parties_party_id",
                        column: x => x.party_id,
                        principalTable: "parties",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_prints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    document_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    format = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    count = table.Column<int>(type: "int", nullable: false),
                    file_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    missing_glyphs = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    printed_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_prints", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_document_prints_case_documents_document_id",
                        column: x => x.document_id,
                        principalTable: "case_documents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    used_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_codes", x => new { x.account_id, x.hash });
                    table.ForeignKey(
                        name: "FK_recovery_codes_second_factors_account_id",
                        column: x => x.account_id,
                        principalTable: "second_factors",
                        principalColumn: "account_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate_suspensions",
                columns: table => new
                {
                    certificate_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    place = table.Column<int>(type: "int", nullable: false),
                    suspended_from = table.Column<DateOnly>(type: "date", nullable: false),
                    suspended_to = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_certificate_suspensions", x => new { x.certificate_id, x.place });
                    table.ForeignKey(
                        name: "FK_certificate_suspensions_officer_certificates_certificate_id",
                        column: x => x.certificate_id,
                        principalTable: "officer_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "snapshot_versions",
                columns: new[] { "name", "number" },
                values: new object[,]
                {
                    { "catalogue", 1L },
                    { "officers", 1L },
                    { "organs", 1L }
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_created_at",
                table: "accounts",
                column: "created_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_external_key",
                table: "accounts",
                column: "external_key",
                unique: true,
                filter: "[external_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_normalized_user_name",
                table: "accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_organisation_id",
                table: "accounts",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_organisation_path",
                table: "accounts",
                column: "organisation_path");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_person_id",
                table: "accounts",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_adoptions_organ_id_violation_code_valid_from",
                table: "adoptions",
                columns: new[] { "organ_id", "violation_code", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_applied_version_id",
                table: "assessments",
                column: "applied_version_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_case_id",
                table: "assessments",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_organ_id",
                table: "assessments",
                column: "organ_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_organisation_path_assessed_at_seq",
                table: "assessments",
                columns: new[] { "organisation_path", "assessed_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_party_id",
                table: "assessments",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_seq",
                table: "assessments",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_deposits_organ_id_booked_on",
                table: "bank_deposits",
                columns: new[] { "organ_id", "booked_on" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_deposits_seq",
                table: "bank_deposits",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_deposits_slip",
                table: "bank_deposits",
                column: "slip",
                unique: true,
                filter: "[slip] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_bank_statement_lines_organ_id_booked_on",
                table: "bank_statement_lines",
                columns: new[] { "organ_id", "booked_on" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_statement_lines_statement_id",
                table: "bank_statement_lines",
                column: "statement_id");

            migrationBuilder.CreateIndex(
                name: "IX_bank_statement_lines_transaction_id",
                table: "bank_statement_lines",
                column: "transaction_id");

            migrationBuilder.CreateIndex(
                name: "IX_bank_statements_organ_id_sha256",
                table: "bank_statements",
                columns: new[] { "organ_id", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_statements_seq",
                table: "bank_statements",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_calendar_days_data_set_id_notice_year",
                table: "calendar_days",
                columns: new[] { "data_set_id", "notice_year" });

            migrationBuilder.CreateIndex(
                name: "IX_case_acts_case_id_place",
                table: "case_acts",
                columns: new[] { "case_id", "place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_acts_recorded_at",
                table: "case_acts",
                column: "recorded_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_case_deadlines_case_id",
                table: "case_deadlines",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_deadlines_last_day_seq",
                table: "case_deadlines",
                columns: new[] { "last_day", "seq" },
                filter: "met_at IS NULL AND ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_case_deadlines_organ_id_last_day_seq",
                table: "case_deadlines",
                columns: new[] { "organ_id", "last_day", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_case_deadlines_organisation_path_last_day",
                table: "case_deadlines",
                columns: new[] { "organisation_path", "last_day" },
                filter: "met_at IS NULL AND ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_case_deadlines_seq",
                table: "case_deadlines",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_case_documents_case_id",
                table: "case_documents",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_documents_issued_at",
                table: "case_documents",
                column: "issued_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_case_documents_verification_code",
                table: "case_documents",
                column: "verification_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_officers_person_id_case_id",
                table: "case_officers",
                columns: new[] { "person_id", "case_id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_officers_person_id_opened_at_seq",
                table: "case_officers",
                columns: new[] { "person_id", "opened_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_case_officers_seq",
                table: "case_officers",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_decided_at_seq_stage_procedure_violation_code",
                table: "cases",
                columns: new[] { "decided_at", "seq", "stage", "procedure", "violation_code" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_decision_number_opened_at_seq",
                table: "cases",
                columns: new[] { "decision_number", "opened_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_fined_act_key",
                table: "cases",
                column: "fined_act_key",
                unique: true,
                filter: "[fined_act_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_listed_name_organisation_path_party_id",
                table: "cases",
                columns: new[] { "listed_name", "organisation_path", "party_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_opened_at_seq_stage_procedure_violation_code",
                table: "cases",
                columns: new[] { "opened_at", "seq", "stage", "procedure", "violation_code" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organ_id_closed_year",
                table: "cases",
                columns: new[] { "organ_id", "closed_year" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organ_id_decided_at_seq_stage_procedure_violation_code",
                table: "cases",
                columns: new[] { "organ_id", "decided_at", "seq", "stage", "procedure", "violation_code" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organ_id_decided_year",
                table: "cases",
                columns: new[] { "organ_id", "decided_year" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organ_id_listed_name_party_id",
                table: "cases",
                columns: new[] { "organ_id", "listed_name", "party_id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organ_id_opened_at_seq_stage_procedure_violation_code",
                table: "cases",
                columns: new[] { "organ_id", "opened_at", "seq", "stage", "procedure", "violation_code" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_organisation_id",
                table: "cases",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_cases_owed",
                table: "cases",
                columns: new[] { "opened_at", "seq", "owed_until" },
                filter: "owed_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_owed_organ",
                table: "cases",
                columns: new[] { "organ_id", "opened_at", "seq", "owed_until" },
                filter: "owed_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_owed_supervising",
                table: "cases",
                columns: new[] { "supervising_path", "opened_at", "seq", "owed_until" },
                filter: "owed_until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_party_id_violation_code_committed_on",
                table: "cases",
                columns: new[] { "party_id", "violation_code", "committed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_same_day_key",
                table: "cases",
                column: "same_day_key",
                unique: true,
                filter: "[same_day_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_seq",
                table: "cases",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_stage_opened_at_seq",
                table: "cases",
                columns: new[] { "stage", "opened_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_supervising_path_decided_at_seq_stage_procedure_violation_code",
                table: "cases",
                columns: new[] { "supervising_path", "decided_at", "seq", "stage", "procedure", "violation_code" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_supervising_path_opened_at_seq_stage_procedure_violation_code",
                table: "cases",
                columns: new[] { "supervising_path", "opened_at", "seq", "stage", "procedure", "violation_code" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_supervising_path_stage_opened_at_seq",
                table: "cases",
                columns: new[] { "supervising_path", "stage", "opened_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_supervising_path_violation_code_opened_at_seq_stage",
                table: "cases",
                columns: new[] { "supervising_path", "violation_code", "opened_at", "seq", "stage" });

            migrationBuilder.CreateIndex(
                name: "ix_cases_unreported",
                table: "cases",
                columns: new[] { "stage", "opened_at", "seq" },
                filter: "stage = 'Decided' AND reported_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_unreported_organ",
                table: "cases",
                columns: new[] { "organ_id", "stage", "opened_at", "seq" },
                filter: "stage = 'Decided' AND reported_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_cases_unreported_supervising",
                table: "cases",
                columns: new[] { "supervising_path", "stage", "opened_at", "seq" },
                filter: "stage = 'Decided' AND reported_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_violation_code_opened_at_seq_stage",
                table: "cases",
                columns: new[] { "violation_code", "opened_at", "seq", "stage" });

            migrationBuilder.CreateIndex(
                name: "IX_cash_difference_notes_organ_id_difference_key",
                table: "cash_difference_notes",
                columns: new[] { "organ_id", "difference_key" });

            migrationBuilder.CreateIndex(
                name: "IX_cash_difference_notes_seq",
                table: "cash_difference_notes",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_entries_case_id",
                table: "cash_entries",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cash_entries_organ_id_booked_on",
                table: "cash_entries",
                columns: new[] { "organ_id", "booked_on" });

            migrationBuilder.CreateIndex(
                name: "IX_cash_entries_receipt_number_kind",
                table: "cash_entries",
                columns: new[] { "receipt_number", "kind" },
                unique: true,
                filter: "[receipt_number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cash_entries_seq",
                table: "cash_entries",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_handover_lines_case_id",
                table: "cash_handover_lines",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_cash_handover_lines_receipt_number",
                table: "cash_handover_lines",
                column: "receipt_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_handovers_organ_id_booked_on",
                table: "cash_handovers",
                columns: new[] { "organ_id", "booked_on" });

            migrationBuilder.CreateIndex(
                name: "IX_cash_handovers_seq",
                table: "cash_handovers",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_months_organ_id_month",
                table: "cash_months",
                columns: new[] { "organ_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_changes_organisation_id",
                table: "catalogue_changes",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_changes_organisation_path_entered_at_seq",
                table: "catalogue_changes",
                columns: new[] { "organisation_path", "entered_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_changes_seq",
                table: "catalogue_changes",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_data_sets_name_number",
                table: "catalogue_data_sets",
                columns: new[] { "name", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_correction_orders_organ_id",
                table: "correction_orders",
                column: "organ_id");

            migrationBuilder.CreateIndex(
                name: "IX_correction_orders_organisation_path_ordered_at_seq",
                table: "correction_orders",
                columns: new[] { "organisation_path", "ordered_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_correction_orders_party_id_violation_code",
                table: "correction_orders",
                columns: new[] { "party_id", "violation_code" });

            migrationBuilder.CreateIndex(
                name: "IX_correction_orders_seq",
                table: "correction_orders",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_correction_orders_used_by_case_id",
                table: "correction_orders",
                column: "used_by_case_id",
                unique: true,
                filter: "[used_by_case_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_discretion_benchmarks_code_version",
                table: "discretion_benchmarks",
                columns: new[] { "code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_discretion_benchmarks_data_set_id",
                table: "discretion_benchmarks",
                column: "data_set_id");

            migrationBuilder.CreateIndex(
                name: "IX_document_numbers_issued_at",
                table: "document_numbers",
                column: "issued_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_document_numbers_organ_id_word_year_serial",
                table: "document_numbers",
                columns: new[] { "organ_id", "word", "year", "serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_document_numbers_text",
                table: "document_numbers",
                column: "text",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_document_prints_document_id_format_count",
                table: "document_prints",
                columns: new[] { "document_id", "format", "count" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_document_prints_printed_at",
                table: "document_prints",
                column: "printed_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_exemption_entries_code_version",
                table: "exemption_entries",
                columns: new[] { "code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_exemption_entries_data_set_id",
                table: "exemption_entries",
                column: "data_set_id");

            migrationBuilder.CreateIndex(
                name: "IX_first_offence_exemptions_active_key",
                table: "first_offence_exemptions",
                column: "active_key",
                unique: true,
                filter: "[active_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_first_offence_exemptions_assessment_id",
                table: "first_offence_exemptions",
                column: "assessment_id");

            migrationBuilder.CreateIndex(
                name: "IX_first_offence_exemptions_case_id",
                table: "first_offence_exemptions",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_first_offence_exemptions_organ_id",
                table: "first_offence_exemptions",
                column: "organ_id");

            migrationBuilder.CreateIndex(
                name: "IX_first_offence_exemptions_party_id_violation_code_granted_on",
                table: "first_offence_exemptions",
                columns: new[] { "party_id", "violation_code", "granted_on" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotent_requests_created_at",
                table: "idempotent_requests",
                column: "created_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_officer_certificates_number",
                table: "officer_certificates",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_officer_certificates_officer_id",
                table: "officer_certificates",
                column: "officer_id");

            migrationBuilder.CreateIndex(
                name: "IX_officer_postings_organisation_id",
                table: "officer_postings",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_officers_organisation_id",
                table: "officers",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_officers_organisation_path",
                table: "officers",
                column: "organisation_path");

            migrationBuilder.CreateIndex(
                name: "IX_officers_seq",
                table: "officers",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_created_at",
                table: "organisations",
                column: "created_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_parent_id",
                table: "organisations",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_path",
                table: "organisations",
                column: "path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_seq",
                table: "outbox",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_parameter_values_organisation_id_key_valid_from",
                table: "parameter_values",
                columns: new[] { "organisation_id", "key", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "IX_parties_blind_index",
                table: "parties",
                column: "blind_index",
                unique: true,
                filter: "[blind_index] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_parties_merged_into",
                table: "parties",
                column: "merged_into",
                filter: "merged_into IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_parties_seq",
                table: "parties",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_party_merges_into_party_id",
                table: "party_merges",
                column: "into_party_id");

            migrationBuilder.CreateIndex(
                name: "IX_party_merges_organ_id",
                table: "party_merges",
                column: "organ_id");

            migrationBuilder.CreateIndex(
                name: "IX_party_merges_party_id",
                table: "party_merges",
                column: "party_id");

            migrationBuilder.CreateIndex(
                name: "IX_party_merges_standing_party_id",
                table: "party_merges",
                column: "standing_party_id",
                unique: true,
                filter: "[standing_party_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_payment_orders_case_id",
                table: "payment_orders",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_orders_code",
                table: "payment_orders",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_orders_state_due_on",
                table: "payment_orders",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_bank_transaction_id",
                table: "payments",
                column: "bank_transaction_id",
                unique: true,
                filter: "[bank_transaction_id] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_payments_receipt_number",
                table: "payments",
                column: "receipt_number",
                unique: true,
                filter: "[receipt_number] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payments_unremitted",
                table: "payments",
                column: "case_id",
                filter: "receipt_number IS NOT NULL AND remitted_to_bank_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_payments_not_owed_bank_transaction_id",
                table: "payments_not_owed",
                column: "bank_transaction_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_not_owed_case_id",
                table: "payments_not_owed",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_payments_not_owed_organ_id_refunded_at",
                table: "payments_not_owed",
                columns: new[] { "organ_id", "refunded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_payments_not_owed_refund_reference",
                table: "payments_not_owed",
                column: "refund_reference",
                unique: true,
                filter: "[refund_reference] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_payments_not_owed_seq",
                table: "payments_not_owed",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_persons_organisation_id",
                table: "persons",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_persons_organisation_path",
                table: "persons",
                column: "organisation_path");

            migrationBuilder.CreateIndex(
                name: "IX_power_list_items_data_set_id_code",
                table: "power_list_items",
                columns: new[] { "data_set_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipt_batches_organ_id_seq",
                table: "receipt_batches",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_receipt_batches_seq",
                table: "receipt_batches",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_record_entries_chain_id_chain_seq",
                table: "record_entries",
                columns: new[] { "chain_id", "chain_seq" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_record_entries_seq",
                table: "record_entries",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_refunds_case_id",
                table: "refunds",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_refunds_reference",
                table: "refunds",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_catalogues_organisation_id",
                table: "review_catalogues",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_review_catalogues_organisation_path_valid_from",
                table: "review_catalogues",
                columns: new[] { "organisation_path", "valid_from" });

            migrationBuilder.CreateIndex(
                name: "IX_review_tasks_case_id_key_round",
                table: "review_tasks",
                columns: new[] { "case_id", "key", "round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_tasks_organisation_path_submitted_at_seq",
                table: "review_tasks",
                columns: new[] { "organisation_path", "submitted_at", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_review_tasks_seq",
                table: "review_tasks",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_review_tasks_taken_by_done_at",
                table: "review_tasks",
                columns: new[] { "taken_by", "done_at" });

            migrationBuilder.CreateIndex(
                name: "IX_review_templates_code_version",
                table: "review_templates",
                columns: new[] { "code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_review_templates_data_set_id",
                table: "review_templates",
                column: "data_set_id");

            migrationBuilder.CreateIndex(
                name: "IX_security_events_owner_path_seq",
                table: "security_events",
                columns: new[] { "owner_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_account_id",
                table: "sessions",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_created_at",
                table: "sessions",
                column: "created_at")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_ended_at_expires_at",
                table: "sessions",
                columns: new[] { "ended_at", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_statistics_snapshots_organisation_id_year_product_revision",
                table: "statistics_snapshots",
                columns: new[] { "organisation_id", "year", "product", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_receipts_batch_id",
                table: "treasury_receipts",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "IX_treasury_receipts_number",
                table: "treasury_receipts",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_treasury_receipts_organ_id_state",
                table: "treasury_receipts",
                columns: new[] { "organ_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_violations_code_version",
                table: "violations",
                columns: new[] { "code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_violations_data_set_id",
                table: "violations",
                column: "data_set_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_roles");

            migrationBuilder.DropTable(
                name: "adoptions");

            migrationBuilder.DropTable(
                name: "bank_deposits");

            migrationBuilder.DropTable(
                name: "bank_statement_lines");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "case_acts");

            migrationBuilder.DropTable(
                name: "case_deadlines");

            migrationBuilder.DropTable(
                name: "case_evidence");

            migrationBuilder.DropTable(
                name: "case_officers");

            migrationBuilder.DropTable(
                name: "cash_books");

            migrationBuilder.DropTable(
                name: "cash_difference_notes");

            migrationBuilder.DropTable(
                name: "cash_entries");

            migrationBuilder.DropTable(
                name: "cash_handover_lines");

            migrationBuilder.DropTable(
                name: "cash_months");

            migrationBuilder.DropTable(
                name: "catalogue_changes");

            migrationBuilder.DropTable(
                name: "catalogue_source_rows");

            migrationBuilder.DropTable(
                name: "certificate_suspensions");

            migrationBuilder.DropTable(
                name: "correction_order_officers");

            migrationBuilder.DropTable(
                name: "discretion_benchmarks");

            migrationBuilder.DropTable(
                name: "document_numbers");

            migrationBuilder.DropTable(
                name: "document_prints");

            migrationBuilder.DropTable(
                name: "exemption_entries");

            migrationBuilder.DropTable(
                name: "first_offence_exemptions");

            migrationBuilder.DropTable(
                name: "idempotent_requests");

            migrationBuilder.DropTable(
                name: "job_runs");

            migrationBuilder.DropTable(
                name: "number_counters");

            migrationBuilder.DropTable(
                name: "officer_postings");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "parameter_values");

            migrationBuilder.DropTable(
                name: "party_merges");

            migrationBuilder.DropTable(
                name: "payment_orders");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "payments_not_owed");

            migrationBuilder.DropTable(
                name: "power_list_items");

            migrationBuilder.DropTable(
                name: "record_chains");

            migrationBuilder.DropTable(
                name: "record_secrets");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "refunds");

            migrationBuilder.DropTable(
                name: "review_catalogues");

            migrationBuilder.DropTable(
                name: "review_tasks");

            migrationBuilder.DropTable(
                name: "review_templates");

            migrationBuilder.DropTable(
                name: "security_events");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "snapshot_versions");

            migrationBuilder.DropTable(
                name: "statistics_snapshot_figures");

            migrationBuilder.DropTable(
                name: "treasury_receipt_changes");

            migrationBuilder.DropTable(
                name: "bank_statements");

            migrationBuilder.DropTable(
                name: "calendar_years");

            migrationBuilder.DropTable(
                name: "cash_handovers");

            migrationBuilder.DropTable(
                name: "officer_certificates");

            migrationBuilder.DropTable(
                name: "correction_orders");

            migrationBuilder.DropTable(
                name: "case_documents");

            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "record_entries");

            migrationBuilder.DropTable(
                name: "second_factors");

            migrationBuilder.DropTable(
                name: "statistics_snapshots");

            migrationBuilder.DropTable(
                name: "treasury_receipts");

            migrationBuilder.DropTable(
                name: "officers");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "violations");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "receipt_batches");

            migrationBuilder.DropTable(
                name: "parties");

            migrationBuilder.DropTable(
                name: "catalogue_data_sets");

            migrationBuilder.DropTable(
                name: "persons");

            migrationBuilder.DropTable(
                name: "organisations");
        }
    }
}
