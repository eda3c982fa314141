using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FallenDecisionsAndOffices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "withdrawal_ground",
                table: "correction_orders",
                type: "TEXT",
                maxLength: 40,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<long>(
                name: "withdrawal_handed_over_at",
                table: "correction_orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_number",
                table: "correction_orders",
                type: "TEXT",
                maxLength: 128,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_reason",
                table: "correction_orders",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_signature",
                table: "correction_orders",
                type: "TEXT",
                maxLength: 40,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<long>(
                name: "withdrawn_at",
                table: "correction_orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "withdrawn_by",
                table: "correction_orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "corrects_id",
                table: "case_documents",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "fallen_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    number = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false, collation: "BINARY"),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    decided_year = table.Column<int>(type: "INTEGER", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    heaviest_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    fine_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    violation_version_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    violation_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    violation_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    validity = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    fell_at = table.Column<long>(type: "INTEGER", nullable: false),
                    reopened_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fallen_decisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_fallen_decisions_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offices",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    held_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    held_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    from_assumed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_offices", x => new { x.account_id, x.place });
                    table.ForeignKey(
                        name: "FK_offices_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_case_documents_corrects_id",
                table: "case_documents",
                column: "corrects_id");

            migrationBuilder.CreateIndex(
                name: "IX_fallen_decisions_case_id",
                table: "fallen_decisions",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_fallen_decisions_decided_year",
                table: "fallen_decisions",
                column: "decided_year");

            migrationBuilder.CreateIndex(
                name: "IX_offices_organisation_path",
                table: "offices",
                column: "organisation_path");

            migrationBuilder.CreateIndex(
                name: "IX_offices_person_id",
                table: "offices",
                column: "person_id");
            // who holds an office today has held it at least since the account was opened, in the time of Beijing; the real first day is not known
            migrationBuilder.Sql(
                """
                INSERT INTO offices (account_id, place, person_id, organisation_path, role, held_from, held_until, from_assumed)
                SELECT a.id, ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY r.role), a.person_id, a.organisation_path, r.role,
                       date((a.created_at + 28800000) / 1000, 'unixepoch'), NULL, 1
                FROM accounts a JOIN account_roles r ON r.account_id = a.id
                WHERE a.disabled = 0
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "fallen_decisions");

            migrationBuilder.DropTable(
                name: "offices");

            migrationBuilder.DropIndex(
                name: "IX_case_documents_corrects_id",
                table: "case_documents");

            migrationBuilder.DropColumn(
                name: "withdrawal_ground",
                table: "correction_orders");

            migrationBuilder.DropColumn(
                name: "withdrawal_handed_over_at",
                table: "correction_orders");

            migrationBuilder.DropColumn(
                name: "withdrawal_number",
                table: "correction_orders");

            migrationBuilder.DropColumn(
                name: "withdrawal_reason",
                table: "correction_orders");

            migrationBuilder.DropColumn(
                name: "withdrawal_signature",
                table: "correction_orders");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "correction_orders");

            migrationBuilder.DropColumn(
                name: "withdrawn_by",
                table: "correction_orders");

            migrationBuilder.DropColumn(
                name: "corrects_id",
                table: "case_documents");
        }
    }
}
