using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BranchGrading.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OnTimeRefined : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BulletinTargets_BulletinId",
                table: "BulletinTargets");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_AccountId",
                table: "AuditEntries");

            migrationBuilder.AddColumn<DateTime>(
                name: "ExpiresAt",
                table: "Mails",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_BulletinTargets_BulletinId_CommitteeId",
                table: "BulletinTargets",
                columns: new[] { "BulletinId", "CommitteeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId_Event_Sequence",
                table: "AuditEntries",
                columns: new[] { "AccountId", "Event", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BulletinTargets_BulletinId_CommitteeId",
                table: "BulletinTargets");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_AccountId_Event_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "ExpiresAt",
                table: "Mails");

            migrationBuilder.CreateIndex(
                name: "IX_BulletinTargets_BulletinId",
                table: "BulletinTargets",
                column: "BulletinId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AccountId",
                table: "AuditEntries",
                column: "AccountId");
        }
    }
}
