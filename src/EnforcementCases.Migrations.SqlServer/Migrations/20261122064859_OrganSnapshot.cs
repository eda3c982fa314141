using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnforcementCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class OrganSnapshot : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.InsertData(
                table: "snapshot_versions",
                columns: new[] { "name", "number" },
                values: new object[] { "organs", 1L });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DeleteData(
                table: "snapshot_versions",
                keyColumn: "name",
                keyValue: "organs");
        }
    }
}
