using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class OffenceNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_case_officers_officer_id_case_id",
                table: "case_officers");

            migrationBuilder.DropColumn(
                name: "officer_id",
                table: "correction_order_officers");

            migrationBuilder.DropColumn(
                name: "officer_id",
                table: "case_officers");

            migrationBuilder.RenameColumn(
                name: "standing_key",
                table: "first_offence_exemptions",
                newName: "active_key");

            migrationBuilder.RenameIndex(
                name: "IX_first_offence_exemptions_standing_key",
                table: "first_offence_exemptions",
                newName: "IX_first_offence_exemptions_active_key");

            migrationBuilder.RenameColumn(
                name: "party_age_at_act",
                table: "correction_orders",
                newName: "party_age_at_offence");

            migrationBuilder.RenameColumn(
                name: "party_age_at_act",
                table: "cases",
                newName: "party_age_at_offence");

            migrationBuilder.RenameColumn(
                name: "act_on",
                table: "cases",
                newName: "committed_on");

            migrationBuilder.RenameColumn(
                name: "act_id",
                table: "cases",
                newName: "offence_id");

            migrationBuilder.RenameColumn(
                name: "act_at",
                table: "cases",
                newName: "committed_at");

            migrationBuilder.RenameIndex(
                name: "IX_cases_party_id_violation_code_act_on",
                table: "cases",
                newName: "IX_cases_party_id_violation_code_committed_on");

            migrationBuilder.RenameColumn(
                name: "act_place",
                table: "case_documents",
                newName: "act_position");

            migrationBuilder.CreateIndex(
                name: "IX_case_officers_person_id_case_id",
                table: "case_officers",
                columns: new[] { "person_id", "case_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_case_officers_person_id_case_id",
                table: "case_officers");

            migrationBuilder.RenameColumn(
                name: "active_key",
                table: "first_offence_exemptions",
                newName: "standing_key");

            migrationBuilder.RenameIndex(
                name: "IX_first_offence_exemptions_active_key",
                table: "first_offence_exemptions",
                newName: "IX_first_offence_exemptions_standing_key");

            migrationBuilder.RenameColumn(
                name: "party_age_at_offence",
                table: "correction_orders",
                newName: "party_age_at_act");

            migrationBuilder.RenameColumn(
                name: "party_age_at_offence",
                table: "cases",
                newName: "party_age_at_act");

            migrationBuilder.RenameColumn(
                name: "offence_id",
                table: "cases",
                newName: "act_id");

            migrationBuilder.RenameColumn(
                name: "committed_on",
                table: "cases",
                newName: "act_on");

            migrationBuilder.RenameColumn(
                name: "committed_at",
                table: "cases",
                newName: "act_at");

            migrationBuilder.RenameIndex(
                name: "IX_cases_party_id_violation_code_committed_on",
                table: "cases",
                newName: "IX_cases_party_id_violation_code_act_on");

            migrationBuilder.RenameColumn(
                name: "act_position",
                table: "case_documents",
                newName: "act_place");

            migrationBuilder.AddColumn<Guid>(
                name: "officer_id",
                table: "correction_order_officers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "officer_id",
                table: "case_officers",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateIndex(
                name: "IX_case_officers_officer_id_case_id",
                table: "case_officers",
                columns: new[] { "officer_id", "case_id" });
        }
    }
}
