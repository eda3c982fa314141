using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.SqlServer.Migrations
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
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "code_locks_in_a_row",
                table: "accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "codes_locked_until",
                table: "accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "password_given_at",
                table: "accounts",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "password_given_to",
                table: "accounts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "wrong_codes",
                table: "accounts",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "guarded_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    account_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    content = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    asked_by = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    answered_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    effective_at = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "int", nullable: false)
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
