using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BranchGrading.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CarriedOnBranches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "CommitteeId",
                table: "ChangedBranches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "SuccessorId",
                table: "Branches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Branches_SuccessorId",
                table: "Branches",
                column: "SuccessorId");

            migrationBuilder.AddForeignKey(
                name: "FK_Branches_Branches_SuccessorId",
                table: "Branches",
                column: "SuccessorId",
                principalTable: "Branches",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Branches_Branches_SuccessorId",
                table: "Branches");

            migrationBuilder.DropIndex(
                name: "IX_Branches_SuccessorId",
                table: "Branches");

            migrationBuilder.DropColumn(
                name: "CommitteeId",
                table: "ChangedBranches");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "Branches");
        }
    }
}
