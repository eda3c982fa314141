using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MoneyNotOwedApproval : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "approved_at",
                table: "payments_not_owed",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "approved_by",
                table: "payments_not_owed",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "approved_by_name",
                table: "payments_not_owed",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "refunded_by",
                table: "payments_not_owed",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refunded_by_name",
                table: "payments_not_owed",
                type: "TEXT",
                maxLength: 60,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "approved_at",
                table: "payments_not_owed");

            migrationBuilder.DropColumn(
                name: "approved_by",
                table: "payments_not_owed");

            migrationBuilder.DropColumn(
                name: "approved_by_name",
                table: "payments_not_owed");

            migrationBuilder.DropColumn(
                name: "refunded_by",
                table: "payments_not_owed");

            migrationBuilder.DropColumn(
                name: "refunded_by_name",
                table: "payments_not_owed");
        }
    }
}
