using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class WorkLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "work_listed_at",
                table: "cases",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "case_touches",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    touched_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_touches", x => new { x.person_id, x.case_id });
                    table.ForeignKey(
                        name: "FK_case_touches_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "case_work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    case_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organ_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    organisation_path = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false, collation: "Latin1_General_100_BIN2"),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    act = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    since = table.Column<long>(type: "bigint", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    sort_on = table.Column<DateOnly>(type: "date", nullable: false),
                    show_from = table.Column<DateOnly>(type: "date", nullable: false),
                    relation = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false, collation: "Latin1_General_100_BIN2"),
                    roles = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_work", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                    table.ForeignKey(
                        name: "FK_case_work_cases_case_id",
                        column: x => x.case_id,
                        principalTable: "cases",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cases_work_unlisted",
                table: "cases",
                columns: new[] { "work_listed_at", "seq" },
                filter: "work_listed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_case_touches_case_id",
                table: "case_touches",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "IX_case_touches_person_id_touched_at",
                table: "case_touches",
                columns: new[] { "person_id", "touched_at" });

            migrationBuilder.CreateIndex(
                name: "ix_case_work_all",
                table: "case_work",
                columns: new[] { "sort_on", "seq" });

            migrationBuilder.CreateIndex(
                name: "IX_case_work_case_id",
                table: "case_work",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_work_organ",
                table: "case_work",
                columns: new[] { "organ_id", "sort_on", "seq", "show_from", "roles", "relation", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_case_work_seq",
                table: "case_work",
                column: "seq")
                .Annotation("SqlServer:Clustered", true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "case_touches");

            migrationBuilder.DropTable(
                name: "case_work");

            migrationBuilder.DropIndex(
                name: "ix_cases_work_unlisted",
                table: "cases");

            migrationBuilder.DropColumn(
                name: "work_listed_at",
                table: "cases");
        }
    }
}
