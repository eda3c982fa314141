using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.SqlServer.Migrations
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "approved_by",
                table: "payments_not_owed",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "approved_by_name",
                table: "payments_not_owed",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<Guid>(
                name: "refunded_by",
                table: "payments_not_owed",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "refunded_by_name",
                table: "payments_not_owed",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
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
