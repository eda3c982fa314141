using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.PostgreSql.Migrations
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    purpose = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    runs_from = table.Column<DateOnly>(type: "date", nullable: false),
                    runs_to = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    credit_code = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: true, collation: "C"),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    entered_at = table.Column<long>(type: "bigint", nullable: false),
                    delisted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    listed_key = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true, collation: "C"),
                    delisted_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_objects", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    planned_checks = table.Column<int>(type: "integer", nullable: false),
                    cap_per_object = table.Column<int>(type: "integer", nullable: true),
                    cap_source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    matters = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    standards = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_plans", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    matters = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    objects_to_draw = table.Column<int>(type: "integer", nullable: false),
                    officers_each = table.Column<int>(type: "integer", nullable: false),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    lists = table.Column<string>(type: "text", nullable: false),
                    lists_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    commitment = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    announced_by = table.Column<Guid>(type: "uuid", nullable: false),
                    announced_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    secret = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    word = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    drawn_by = table.Column<Guid>(type: "uuid", nullable: true),
                    drawn_at = table.Column<long>(type: "bigint", nullable: true),
                    drawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    drawn = table.Column<string>(type: "text", nullable: false),
                    objects_drawn = table.Column<int>(type: "integer", nullable: false),
                    cancelled_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_random_draws", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    started_at = table.Column<long>(type: "bigint", nullable: false),
                    ended_at = table.Column<long>(type: "bigint", nullable: false),
                    patrolled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    members = table.Column<string>(type: "text", nullable: false),
                    vehicles = table.Column<string>(type: "text", nullable: false),
                    places = table.Column<string>(type: "text", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    entered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    person_times = table.Column<int>(type: "integer", nullable: false),
                    vehicle_times = table.Column<int>(type: "integer", nullable: false),
                    place_times = table.Column<int>(type: "integer", nullable: false),
                    stalls_cleared = table.Column<int>(type: "integer", nullable: false),
                    shops_corrected = table.Column<int>(type: "integer", nullable: false),
                    voided_at = table.Column<long>(type: "bigint", nullable: true),
                    voided_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patrol_sheets", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    tie = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    interested_from = table.Column<DateOnly>(type: "date", nullable: false),
                    interested_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_officer_interests", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    object_id = table.Column<Guid>(type: "uuid", nullable: false),
                    object_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false, collation: "C"),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    officers = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: false),
                    planned_year = table.Column<int>(type: "integer", nullable: false),
                    matters = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: true),
                    draw_id = table.Column<Guid>(type: "uuid", nullable: true),
                    exemption = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    exemption_facts = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    applied_by = table.Column<Guid>(type: "uuid", nullable: false),
                    applied_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    refused_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    entered_at = table.Column<long>(type: "bigint", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    scanned = table.Column<bool>(type: "boolean", nullable: false),
                    not_scanned_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    notified_at = table.Column<long>(type: "bigint", nullable: true),
                    unannounced_because = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    certificates_shown_at = table.Column<long>(type: "bigint", nullable: true),
                    recorded_at = table.Column<long>(type: "bigint", nullable: true),
                    findings = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    signed = table.Column<bool>(type: "boolean", nullable: false),
                    refusal_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_complete = table.Column<bool>(type: "boolean", nullable: false),
                    followed_by_case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    followed_by_order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    publish_by = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_tasks", x => x.id);
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    patrol_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    party_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    content = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    handed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    correct_by = table.Column<DateOnly>(type: "date", nullable: false),
                    end = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminders", x => x.id);
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
                name: "IX_check_objects_listed_key",
                table: "check_objects",
                column: "listed_key",
                unique: true);

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
