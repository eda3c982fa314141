using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SecondPersons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "challenge_id",
                table: "sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "code_locks_in_a_row",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "codes_locked_until",
                table: "accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "password_given_at",
                table: "accounts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "password_given_to",
                table: "accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "wrong_codes",
                table: "accounts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "guarded_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    content = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    effective_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guarded_changes", x => x.id);
                    table.ForeignKey(
                        name: "FK_guarded_changes_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guarded_changes_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_guarded_changes_account_id",
                table: "guarded_changes",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "IX_guarded_changes_organisation_id",
                table: "guarded_changes",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "IX_guarded_changes_organisation_path",
                table: "guarded_changes",
                column: "organisation_path");

            migrationBuilder.CreateIndex(
                name: "IX_guarded_changes_state_effective_at",
                table: "guarded_changes",
                columns: new[] { "state", "effective_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "guarded_changes");

            migrationBuilder.DropColumn(
                name: "challenge_id",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "code_locks_in_a_row",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "codes_locked_until",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "password_given_at",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "password_given_to",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "wrong_codes",
                table: "accounts");
        }
    }
}
