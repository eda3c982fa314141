using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.PostgreSql.Migrations
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organ_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    document_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    served_on = table.Column<DateOnly>(type: "date", nullable: true),
                    copy = table.Column<string>(type: "text", nullable: true),
                    copy_sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    published_at = table.Column<long>(type: "bigint", nullable: true),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    published_by = table.Column<Guid>(type: "uuid", nullable: true),
                    credit_class = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    display_until = table.Column<DateOnly>(type: "date", nullable: true),
                    withholding_ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    withholding_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    withholding_asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withheld_by = table.Column<Guid>(type: "uuid", nullable: true),
                    withheld_at = table.Column<long>(type: "bigint", nullable: true),
                    withdrawal_ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    withdrawal_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    withdrawn_at = table.Column<long>(type: "bigint", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdraw_by = table.Column<DateOnly>(type: "date", nullable: true),
                    corrected_at = table.Column<long>(type: "bigint", nullable: true)
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
