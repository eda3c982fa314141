using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FileReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "file_review_rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    reviewed_organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    closed_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    method = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    standard = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    drawn_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    drawn_at = table.Column<long>(type: "INTEGER", nullable: false),
                    candidates = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_review_rounds", x => x.id);
                    table.ForeignKey(
                        name: "FK_file_review_rounds_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviewed_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    round_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organ_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    reviewer_organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reviewer_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    standard = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    first_reviewer = table.Column<Guid>(type: "TEXT", nullable: true),
                    second_reviewer = table.Column<Guid>(type: "TEXT", nullable: true),
                    judged_by_person = table.Column<Guid>(type: "TEXT", nullable: true),
                    judgement = table.Column<string>(type: "TEXT", nullable: true),
                    judgement_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    points = table.Column<decimal>(type: "TEXT", precision: 5, scale: 2, nullable: true),
                    grade = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    fixed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    notice = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    reply_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reply = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    replied_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recheck_note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    nomination = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    nomination_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviewed_files", x => x.id);
                    table.ForeignKey(
                        name: "FK_reviewed_files_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_reviewed_files_file_review_rounds_round_id",
                        column: x => x.round_id,
                        principalTable: "file_review_rounds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accountabilities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    measure = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    entered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accountabilities", x => x.id);
                    table.ForeignKey(
                        name: "FK_accountabilities_reviewed_files_file_id",
                        column: x => x.file_id,
                        principalTable: "reviewed_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accountabilities_entered_at_id",
                table: "accountabilities",
                columns: new[] { "entered_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_accountabilities_file_id",
                table: "accountabilities",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "IX_file_review_rounds_organisation_id_drawn_at",
                table: "file_review_rounds",
                columns: new[] { "organisation_id", "drawn_at" });

            migrationBuilder.CreateIndex(
                name: "IX_reviewed_files_case_id",
                table: "reviewed_files",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_reviewed_files_organ_id_step",
                table: "reviewed_files",
                columns: new[] { "organ_id", "step" });

            migrationBuilder.CreateIndex(
                name: "IX_reviewed_files_round_id_place",
                table: "reviewed_files",
                columns: new[] { "round_id", "place" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accountabilities");

            migrationBuilder.DropTable(
                name: "reviewed_files");

            migrationBuilder.DropTable(
                name: "file_review_rounds");
        }
    }
}
