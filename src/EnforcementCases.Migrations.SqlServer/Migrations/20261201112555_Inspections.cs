using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Inspections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    purpose = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    runs_from = table.Column<DateOnly>(type: "date", nullable: false),
                    runs_to = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_campaigns_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_objects",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    credit_code = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: true, collation: "Latin1_General_100_BIN2"),
                    address = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    category = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    delisted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    listed_key = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    delisted_because = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_objects", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_check_objects_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    year = table.Column<int>(type: "int", nullable: false),
                    category = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    planned_checks = table.Column<int>(type: "int", nullable: false),
                    cap_per_object = table.Column<int>(type: "int", nullable: true),
                    cap_source = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true, collation: "Latin1_General_100_BIN2"),
                    matters = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    standards = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    proposed_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    approved_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    approved_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_plans", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_check_plans_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "random_draws",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    category = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    matters = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    objects_to_draw = table.Column<int>(type: "int", nullable: false),
                    officers_each = table.Column<int>(type: "int", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lists = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    lists_sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    commitment = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    announced_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    announced_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    secret = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true, collation: "Latin1_General_100_BIN2"),
                    word = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true, collation: "Latin1_General_100_BIN2"),
                    drawn_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    drawn_at = table.Column<long>(type: "bigint", nullable: true),
                    drawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    drawn = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    objects_drawn = table.Column<int>(type: "int", nullable: false),
                    cancelled_because = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_random_draws", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_random_draws_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "patrol_sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: false),
                    patrolled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    members = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    vehicles = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    places = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    entered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_times = table.Column<int>(type: "int", nullable: false),
                    vehicle_times = table.Column<int>(type: "int", nullable: false),
                    place_times = table.Column<int>(type: "int", nullable: false),
                    stalls_cleared = table.Column<int>(type: "int", nullable: false),
                    shops_corrected = table.Column<int>(type: "int", nullable: false),
                    voided_at = table.Column<long>(type: "bigint", nullable: true),
                    voided_because = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patrol_sheets", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_patrol_sheets_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_patrol_sheets_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "officer_interests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    object_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    person_name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    tie = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    interested_from = table.Column<DateOnly>(type: "date", nullable: false),
                    interested_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_interests", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_officer_interests_check_objects_object_id",
                        column: x => x.object_id,
                        principalTable: "check_objects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officer_interests_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_officer_interests_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_tasks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    object_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    object_name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    category = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false, collation: "Latin1_General_100_BIN2"),
                    code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    officers = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    type = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_year = table.Column<int>(type: "int", nullable: false),
                    matters = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    campaign_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    draw_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    exemption = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    exemption_facts = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    applied_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    applied_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    decided_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    refused_because = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    entered_at = table.Column<long>(type: "bigint", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    scanned = table.Column<bool>(type: "bit", nullable: false),
                    not_scanned_because = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    notified_at = table.Column<long>(type: "bigint", nullable: true),
                    unannounced_because = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    certificates_shown_at = table.Column<long>(type: "bigint", nullable: true),
                    recorded_at = table.Column<long>(type: "bigint", nullable: true),
                    findings = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    result = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    signed = table.Column<bool>(type: "bit", nullable: false),
                    refusal_note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    is_complete = table.Column<bool>(type: "bit", nullable: false),
                    followed_by_case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    followed_by_order_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    publish_by = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_tasks", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_check_tasks_campaigns_campaign_id",
                        column: x => x.campaign_id,
                        principalTable: "campaigns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_check_tasks_cases_followed_by_case_id",
                        column: x => x.followed_by_case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_check_tasks_check_objects_object_id",
                        column: x => x.object_id,
                        principalTable: "check_objects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_check_tasks_correction_orders_followed_by_order_id",
                        column: x => x.followed_by_order_id,
                        principalTable: "correction_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_check_tasks_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_check_tasks_random_draws_draw_id",
                        column: x => x.draw_id,
                        principalTable: "random_draws",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "int", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    patrol_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    number = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    party_name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    handed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    correct_by = table.Column<DateOnly>(type: "date", nullable: false),
                    end = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true, collation: "Latin1_General_100_BIN2"),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true, collation: "Latin1_General_100_BIN2"),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_reminders_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminders_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reminders_patrol_sheets_patrol_id",
                        column: x => x.patrol_id,
                        principalTable: "patrol_sheets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_organ_id_seq",
                table: "campaigns",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_organisation_path_seq",
                table: "campaigns",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_seq",
                table: "campaigns",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_check_objects_listed_key",
                table: "check_objects",
                column: "listed_key",
                unique: true,
                filter: "[listed_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_check_objects_organ_id_category",
                table: "check_objects",
                columns: new[] { "organ_id", "category" });

            migrationBuilder.CreateIndex(
                name: "IX_check_objects_organ_id_credit_code",
                table: "check_objects",
                columns: new[] { "organ_id", "credit_code" });

            migrationBuilder.CreateIndex(
                name: "IX_check_objects_organ_id_seq",
                table: "check_objects",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_check_objects_organisation_path_seq",
                table: "check_objects",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_check_objects_seq",
                table: "check_objects",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_check_plans_organ_id_seq",
                table: "check_plans",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_check_plans_organ_id_year_category",
                table: "check_plans",
                columns: new[] { "organ_id", "year", "category" });

            migrationBuilder.CreateIndex(
                name: "IX_check_plans_organisation_path_seq",
                table: "check_plans",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_check_plans_seq",
                table: "check_plans",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_campaign_id",
                table: "check_tasks",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_code",
                table: "check_tasks",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_draw_id",
                table: "check_tasks",
                column: "draw_id");

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_followed_by_case_id",
                table: "check_tasks",
                column: "followed_by_case_id");

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_followed_by_order_id",
                table: "check_tasks",
                column: "followed_by_order_id");

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_object_id_planned_year_state",
                table: "check_tasks",
                columns: new[] { "object_id", "planned_year", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_organ_id_checked_on",
                table: "check_tasks",
                columns: new[] { "organ_id", "checked_on" });

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_organ_id_seq",
                table: "check_tasks",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_organ_id_state_planned_on",
                table: "check_tasks",
                columns: new[] { "organ_id", "state", "planned_on" });

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_organisation_path_seq",
                table: "check_tasks",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_check_tasks_seq",
                table: "check_tasks",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_officer_interests_object_id",
                table: "officer_interests",
                column: "object_id");

            migrationBuilder.CreateIndex(
                name: "IX_officer_interests_organ_id_seq",
                table: "officer_interests",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_interests_organisation_path_seq",
                table: "officer_interests",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_officer_interests_person_id",
                table: "officer_interests",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "IX_officer_interests_seq",
                table: "officer_interests",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_patrol_sheets_campaign_id",
                table: "patrol_sheets",
                column: "campaign_id");

            migrationBuilder.CreateIndex(
                name: "IX_patrol_sheets_organ_id_patrolled_on",
                table: "patrol_sheets",
                columns: new[] { "organ_id", "patrolled_on" });

            migrationBuilder.CreateIndex(
                name: "IX_patrol_sheets_organ_id_seq",
                table: "patrol_sheets",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_patrol_sheets_organisation_path_seq",
                table: "patrol_sheets",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_patrol_sheets_seq",
                table: "patrol_sheets",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_random_draws_organ_id_drawn_on",
                table: "random_draws",
                columns: new[] { "organ_id", "drawn_on" });

            migrationBuilder.CreateIndex(
                name: "IX_random_draws_organ_id_seq",
                table: "random_draws",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_random_draws_organisation_path_seq",
                table: "random_draws",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_random_draws_seq",
                table: "random_draws",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_case_id",
                table: "reminders",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_number",
                table: "reminders",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reminders_organ_id_handed_on",
                table: "reminders",
                columns: new[] { "organ_id", "handed_on" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_organ_id_seq",
                table: "reminders",
                columns: new[] { "organ_id", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_organisation_path_seq",
                table: "reminders",
                columns: new[] { "organisation_path", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_reminders_patrol_id",
                table: "reminders",
                column: "patrol_id");

            migrationBuilder.CreateIndex(
                name: "IX_reminders_seq",
                table: "reminders",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_plans");

            migrationBuilder.DropTable(
                name: "check_tasks");

            migrationBuilder.DropTable(
                name: "officer_interests");

            migrationBuilder.DropTable(
                name: "reminders");

            migrationBuilder.DropTable(
                name: "random_draws");

            migrationBuilder.DropTable(
                name: "check_objects");

            migrationBuilder.DropTable(
                name: "patrol_sheets");

            migrationBuilder.DropTable(
                name: "campaigns");
        }
    }
}
