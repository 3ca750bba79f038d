using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BranchGrading.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DecisionDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CorrectedTo",
                table: "PublishedGrades",
                type: "nvarchar(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPublic",
                table: "Publications",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "Publications",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Telephone",
                table: "Publications",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AddedAt",
                table: "Participants",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AddedBy",
                table: "Participants",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AddedReason",
                table: "Participants",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IsWorkingDay = table.Column<bool>(type: "bit", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<int>(type: "int", nullable: false),
                    ParticipantId = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    RaisedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Contact = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    RaisedByAccountId = table.Column<int>(type: "int", nullable: true),
                    Statement = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ReceivedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Findings = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CheckedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    Answer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Objections_Accounts_RaisedByAccountId",
                        column: x => x.RaisedByAccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Objections_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PredecessorGrades",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ParticipantId = table.Column<int>(type: "int", nullable: false),
                    PastGradeId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    ChosenBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PredecessorGrades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PredecessorGrades_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PredecessorGrades_PastGrades_PastGradeId",
                        column: x => x.PastGradeId,
                        principalTable: "PastGrades",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Recommendations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    ParticipantId = table.Column<int>(type: "int", nullable: false),
                    RecommendationLevel = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Grounds = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    RecommendedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    RecommendedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recommendations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recommendations_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Scenarios",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SavedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rules_BoundA = table.Column<decimal>(type: "decimal(9,4)", precision: 9, scale: 4, nullable: false),
                    Rules_BoundB = table.Column<decimal>(type: "decimal(9,4)", precision: 9, scale: 4, nullable: false),
                    Rules_BoundC = table.Column<decimal>(type: "decimal(9,4)", precision: 9, scale: 4, nullable: false),
                    Rules_CapScope = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Rules_CapShare = table.Column<decimal>(type: "decimal(9,4)", precision: 9, scale: 4, nullable: false),
                    Rules_FairCounts = table.Column<bool>(type: "bit", nullable: false),
                    Rules_LeastMassSatisfaction = table.Column<decimal>(type: "decimal(9,4)", precision: 9, scale: 4, nullable: true),
                    Rules_NoLevelSkipping = table.Column<bool>(type: "bit", nullable: false),
                    Rules_PerformanceBarYear = table.Column<int>(type: "int", nullable: true),
                    Rules_PublicityDays = table.Column<int>(type: "int", nullable: false),
                    Rules_SelfWeight = table.Column<decimal>(type: "decimal(9,4)", precision: 9, scale: 4, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Scenarios", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Scenarios_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GradeChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RoundId = table.Column<int>(type: "int", nullable: false),
                    ParticipantId = table.Column<int>(type: "int", nullable: false),
                    ObjectionId = table.Column<int>(type: "int", nullable: true),
                    IsCorrection = table.Column<bool>(type: "bit", nullable: false),
                    FromGrade = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    ToGrade = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    ChangedBy = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GradeChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GradeChanges_Objections_ObjectionId",
                        column: x => x.ObjectionId,
                        principalTable: "Objections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GradeChanges_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GradeChanges_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarDays_Day",
                table: "CalendarDays",
                column: "Day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GradeChanges_ObjectionId",
                table: "GradeChanges",
                column: "ObjectionId");

            migrationBuilder.CreateIndex(
                name: "IX_GradeChanges_ParticipantId",
                table: "GradeChanges",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_GradeChanges_RoundId",
                table: "GradeChanges",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_ParticipantId",
                table: "Objections",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RaisedByAccountId",
                table: "Objections",
                column: "RaisedByAccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_RoundId_Number",
                table: "Objections",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PredecessorGrades_ParticipantId",
                table: "PredecessorGrades",
                column: "ParticipantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PredecessorGrades_PastGradeId",
                table: "PredecessorGrades",
                column: "PastGradeId");

            migrationBuilder.CreateIndex(
                name: "IX_Recommendations_ParticipantId_RecommendationLevel",
                table: "Recommendations",
                columns: new[] { "ParticipantId", "RecommendationLevel" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Scenarios_RoundId_Name",
                table: "Scenarios",
                columns: new[] { "RoundId", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CalendarDays");

            migrationBuilder.DropTable(
                name: "GradeChanges");

            migrationBuilder.DropTable(
                name: "PredecessorGrades");

            migrationBuilder.DropTable(
                name: "Recommendations");

            migrationBuilder.DropTable(
                name: "Scenarios");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropColumn(
                name: "CorrectedTo",
                table: "PublishedGrades");

            migrationBuilder.DropColumn(
                name: "IsPublic",
                table: "Publications");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "Publications");

            migrationBuilder.DropColumn(
                name: "Telephone",
                table: "Publications");

            migrationBuilder.DropColumn(
                name: "AddedAt",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "AddedBy",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "AddedReason",
                table: "Participants");
        }
    }
}
