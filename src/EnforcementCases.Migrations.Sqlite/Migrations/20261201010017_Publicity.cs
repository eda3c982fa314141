using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Publicity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "publication_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organ_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false, collation: "BINARY"),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    legal_due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    served_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    copy = table.Column<string>(type: "TEXT", nullable: true),
                    copy_sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    published_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    published_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    credit_class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    display_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withholding_ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    withholding_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    withholding_asked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withheld_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withheld_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawal_ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    withdrawal_reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    withdraw_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    corrected_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publication_items", x => x.id);
                    table.ForeignKey(
                        name: "FK_publication_items_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_publication_items_organisations_organ_id",
                        column: x => x.organ_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_case_id",
                table: "publication_items",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_code",
                table: "publication_items",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_display_until",
                table: "publication_items",
                column: "display_until");

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_number",
                table: "publication_items",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_organ_id_published_on_seq",
                table: "publication_items",
                columns: new[] { "organ_id", "published_on", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_organ_id_state_due_on_seq",
                table: "publication_items",
                columns: new[] { "organ_id", "state", "due_on", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_published_on_seq",
                table: "publication_items",
                columns: new[] { "published_on", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_publication_items_state_due_on_seq",
                table: "publication_items",
                columns: new[] { "state", "due_on", "seq" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "publication_items");
        }
    }
}
