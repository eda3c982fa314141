using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Figures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_statistics_snapshots_organisation_id_year_product_revision",
                table: "statistics_snapshots");

            migrationBuilder.AddColumn<long>(
                name: "first_approved_at",
                table: "statistics_snapshots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "first_approved_by",
                table: "statistics_snapshots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "period",
                table: "statistics_snapshots",
                type: "TEXT",
                maxLength: 8,
                nullable: false,
                defaultValue: "",
                collation: "BINARY");

            migrationBuilder.AddColumn<long>(
                name: "released_at",
                table: "statistics_snapshots",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "released_by",
                table: "statistics_snapshots",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "confiscated_fen",
                table: "fallen_decisions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "confiscated_fen",
                table: "cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "outcome_on",
                table: "cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "own_figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false, collation: "BINARY"),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    part_keys = table.Column<string>(type: "TEXT", maxLength: 3050, nullable: false, collation: "BINARY"),
                    source = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    entered_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_own_figures", x => x.id);
                    table.ForeignKey(
                        name: "FK_own_figures_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            // what was kept before: a year each; a kind lighter than a confiscation has none; the day of the act that ended the case, or of its decision
            migrationBuilder.Sql("UPDATE statistics_snapshots SET period = CAST(year AS TEXT);");
            migrationBuilder.Sql("UPDATE cases SET confiscated_fen = 0 WHERE heaviest_kind IN ('Warning', 'PublicCriticism', 'Fine');");
            migrationBuilder.Sql("UPDATE fallen_decisions SET confiscated_fen = 0 WHERE heaviest_kind IN ('Warning', 'PublicCriticism', 'Fine');");
            migrationBuilder.Sql(
                "UPDATE cases SET outcome_on = decided_on WHERE outcome IN ('Penalty', 'OrderAlone');"
            );
            migrationBuilder.Sql(
                "UPDATE cases SET outcome_on = (SELECT MAX(a.done_on) FROM case_acts a WHERE a.case_id = cases.id AND a.act IN ('DeclineToFile', 'WithdrawCase', 'TransferCase', 'DecideNoPenalty')) WHERE outcome IS NOT NULL AND outcome NOT IN ('Penalty', 'OrderAlone');"
            );

            migrationBuilder.CreateIndex(
                name: "IX_statistics_snapshots_organisation_id_period_product_revision",
                table: "statistics_snapshots",
                columns: new[] { "organisation_id", "period", "product", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_organ_id_filed_on",
                table: "cases",
                columns: new[] { "organ_id", "filed_on" },
                filter: "filed_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_cases_organ_id_outcome_on",
                table: "cases",
                columns: new[] { "organ_id", "outcome_on" },
                filter: "outcome_on IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_case_acts_act_done_on",
                table: "case_acts",
                columns: new[] { "act", "done_on" });

            migrationBuilder.CreateIndex(
                name: "IX_own_figures_organisation_id_year_key_revision",
                table: "own_figures",
                columns: new[] { "organisation_id", "year", "key", "revision" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "own_figures");

            migrationBuilder.DropIndex(
                name: "IX_statistics_snapshots_organisation_id_period_product_revision",
                table: "statistics_snapshots");

            migrationBuilder.DropIndex(
                name: "IX_cases_organ_id_filed_on",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_cases_organ_id_outcome_on",
                table: "cases");

            migrationBuilder.DropIndex(
                name: "IX_case_acts_act_done_on",
                table: "case_acts");

            migrationBuilder.DropColumn(
                name: "first_approved_at",
                table: "statistics_snapshots");

            migrationBuilder.DropColumn(
                name: "first_approved_by",
                table: "statistics_snapshots");

            migrationBuilder.DropColumn(
                name: "period",
                table: "statistics_snapshots");

            migrationBuilder.DropColumn(
                name: "released_at",
                table: "statistics_snapshots");

            migrationBuilder.DropColumn(
                name: "released_by",
                table: "statistics_snapshots");

            migrationBuilder.DropColumn(
                name: "confiscated_fen",
                table: "fallen_decisions");

            migrationBuilder.DropColumn(
                name: "confiscated_fen",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "outcome_on",
                table: "cases");

            migrationBuilder.CreateIndex(
                name: "IX_statistics_snapshots_organisation_id_year_product_revision",
                table: "statistics_snapshots",
                columns: new[] { "organisation_id", "year", "product", "revision" },
                unique: true);
        }
    }
}
