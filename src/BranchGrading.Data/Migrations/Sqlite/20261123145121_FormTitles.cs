using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BranchGrading.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FormTitles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "InvestigationFormTitle",
                table: "Settings",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "高等学校基层党支部调查摸底与分类定级表");

            migrationBuilder.AddColumn<string>(
                name: "RectificationFormTitle",
                table: "Settings",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "高等学校基层党支部整改汇总表");

            migrationBuilder.AddColumn<bool>(
                name: "RectificationListsAll",
                table: "Settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "InvestigationFormTitle",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "RectificationFormTitle",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "RectificationListsAll",
                table: "Settings");
        }
    }
}
