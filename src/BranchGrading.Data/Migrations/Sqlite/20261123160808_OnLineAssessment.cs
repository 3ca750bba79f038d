using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BranchGrading.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OnLineAssessment : Migration
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

            migrationBuilder.AddColumn<DateTime>(
                name: "BasicsConfirmedAt",
                table: "SelfAssessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BasicsConfirmedBy",
                table: "SelfAssessments",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BegunAt",
                table: "SelfAssessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BegunBy",
                table: "SelfAssessments",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OnBehalf",
                table: "SelfAssessments",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReturnedAt",
                table: "SelfAssessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Total",
                table: "SelfAssessments",
                type: "TEXT",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsByItems",
                table: "SchoolEvaluations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "CompletedAt",
                table: "Reviews",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CompletedBy",
                table: "Reviews",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContactLeader",
                table: "Reviews",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "HeadSatisfaction",
                table: "Reviews",
                type: "TEXT",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LearningAccepted",
                table: "Reviews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Methods",
                table: "Reviews",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<decimal>(
                name: "OrganisationSatisfaction",
                table: "Reviews",
                type: "TEXT",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Total",
                table: "Reviews",
                type: "TEXT",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CommitteeSize",
                table: "Participants",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Elected",
                table: "Participants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Founded",
                table: "Participants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecretaryPost",
                table: "Participants",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AssessmentProblems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ResponsiblePerson = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TargetGrade = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentProblems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentProblems_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AssessmentReturns",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SelfAssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Submission = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssessmentReturns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssessmentReturns_SelfAssessments_SelfAssessmentId",
                        column: x => x.SelfAssessmentId,
                        principalTable: "SelfAssessments",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "CommitteeReports",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitteeId = table.Column<int>(type: "INTEGER", nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommitteeReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CommitteeReports_Committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CommitteeReports_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeadlineExtensions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitteeId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GrantedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineExtensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeadlineExtensions_Committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeadlineExtensions_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DeadlineExtensions_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evidence",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<int>(type: "INTEGER", nullable: false),
                    CommitteeId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    GatheredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evidence_Committees_CommitteeId",
                        column: x => x.CommitteeId,
                        principalTable: "Committees",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evidence_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvestigationAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Scorer = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvestigationAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvestigationAnswers_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemScores",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Scorer = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: false),
                    Points = table.Column<decimal>(type: "TEXT", precision: 9, scale: 4, nullable: true),
                    Option = table.Column<int>(type: "INTEGER", nullable: true),
                    Times = table.Column<int>(type: "INTEGER", nullable: true),
                    Vetoed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemScores", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemScores_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ItemScores_StandardItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "StandardItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportTexts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportTexts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportTexts_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewCompletions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<decimal>(type: "TEXT", precision: 9, scale: 4, nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CompletedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewCompletions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReviewCompletions_Reviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "Reviews",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Samples",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoundId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DrawnAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DrawnBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Samples", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Samples_Rounds_RoundId",
                        column: x => x.RoundId,
                        principalTable: "Rounds",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Submissions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SelfAssessmentId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<decimal>(type: "TEXT", precision: 9, scale: 4, nullable: false),
                    OnBehalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    Changes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Submissions_SelfAssessments_SelfAssessmentId",
                        column: x => x.SelfAssessmentId,
                        principalTable: "SelfAssessments",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ReturnedParts",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReturnId = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 220, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedParts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnedParts_AssessmentReturns_ReturnId",
                        column: x => x.ReturnId,
                        principalTable: "AssessmentReturns",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "MissingBranches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissingBranches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MissingBranches_CommitteeReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "CommitteeReports",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_MissingBranches_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReturnedBranches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReportId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedBranches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnedBranches_CommitteeReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "CommitteeReports",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ReturnedBranches_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: true),
                    ItemId = table.Column<int>(type: "INTEGER", nullable: true),
                    EvidenceId = table.Column<int>(type: "INTEGER", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    StoredName = table.Column<Guid>(type: "TEXT", nullable: false),
                    Extension = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachments_Evidence_EvidenceId",
                        column: x => x.EvidenceId,
                        principalTable: "Evidence",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attachments_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Attachments_StandardItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "StandardItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SampledBranches",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SampleId = table.Column<int>(type: "INTEGER", nullable: false),
                    ParticipantId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampledBranches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SampledBranches_Participants_ParticipantId",
                        column: x => x.ParticipantId,
                        principalTable: "Participants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_SampledBranches_Samples_SampleId",
                        column: x => x.SampleId,
                        principalTable: "Samples",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentProblems_ParticipantId",
                table: "AssessmentProblems",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_AssessmentReturns_SelfAssessmentId",
                table: "AssessmentReturns",
                column: "SelfAssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_EvidenceId",
                table: "Attachments",
                column: "EvidenceId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_ItemId",
                table: "Attachments",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_ParticipantId",
                table: "Attachments",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_StoredName",
                table: "Attachments",
                column: "StoredName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeReports_CommitteeId",
                table: "CommitteeReports",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_CommitteeReports_RoundId_CommitteeId",
                table: "CommitteeReports",
                columns: new[] { "RoundId", "CommitteeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineExtensions_CommitteeId",
                table: "DeadlineExtensions",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineExtensions_ParticipantId",
                table: "DeadlineExtensions",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineExtensions_RoundId",
                table: "DeadlineExtensions",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_CommitteeId",
                table: "Evidence",
                column: "CommitteeId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_ParticipantId",
                table: "Evidence",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_Evidence_RoundId",
                table: "Evidence",
                column: "RoundId");

            migrationBuilder.CreateIndex(
                name: "IX_InvestigationAnswers_ParticipantId_Scorer_Question",
                table: "InvestigationAnswers",
                columns: new[] { "ParticipantId", "Scorer", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ItemScores_ItemId",
                table: "ItemScores",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemScores_ParticipantId_Scorer_ItemId",
                table: "ItemScores",
                columns: new[] { "ParticipantId", "Scorer", "ItemId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MissingBranches_ParticipantId",
                table: "MissingBranches",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_MissingBranches_ReportId",
                table: "MissingBranches",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportTexts_ParticipantId_Section",
                table: "ReportTexts",
                columns: new[] { "ParticipantId", "Section" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedBranches_ParticipantId",
                table: "ReturnedBranches",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedBranches_ReportId",
                table: "ReturnedBranches",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedParts_ReturnId",
                table: "ReturnedParts",
                column: "ReturnId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewCompletions_ReviewId_Number",
                table: "ReviewCompletions",
                columns: new[] { "ReviewId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SampledBranches_ParticipantId",
                table: "SampledBranches",
                column: "ParticipantId");

            migrationBuilder.CreateIndex(
                name: "IX_SampledBranches_SampleId_ParticipantId",
                table: "SampledBranches",
                columns: new[] { "SampleId", "ParticipantId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Samples_RoundId_Number",
                table: "Samples",
                columns: new[] { "RoundId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submissions_SelfAssessmentId_Number",
                table: "Submissions",
                columns: new[] { "SelfAssessmentId", "Number" },
                unique: true);

            // What was there came from paper and is complete; what is frozen from now on is taken from the branch as it is.
            migrationBuilder.Sql("UPDATE Reviews SET CompletedAt = RecordedAt, CompletedBy = RecordedBy");
            migrationBuilder.Sql(
                "UPDATE Participants SET CommitteeSize = (SELECT b.CommitteeSize FROM Branches b WHERE b.Id = Participants.BranchId), "
                + "Founded = (SELECT b.Founded FROM Branches b WHERE b.Id = Participants.BranchId), Elected = (SELECT b.Elected FROM Branches b WHERE b.Id = Participants.BranchId)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AssessmentProblems");

            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "DeadlineExtensions");

            migrationBuilder.DropTable(
                name: "InvestigationAnswers");

            migrationBuilder.DropTable(
                name: "ItemScores");

            migrationBuilder.DropTable(
                name: "MissingBranches");

            migrationBuilder.DropTable(
                name: "ReportTexts");

            migrationBuilder.DropTable(
                name: "ReturnedBranches");

            migrationBuilder.DropTable(
                name: "ReturnedParts");

            migrationBuilder.DropTable(
                name: "ReviewCompletions");

            migrationBuilder.DropTable(
                name: "SampledBranches");

            migrationBuilder.DropTable(
                name: "Submissions");

            migrationBuilder.DropTable(
                name: "Evidence");

            migrationBuilder.DropTable(
                name: "CommitteeReports");

            migrationBuilder.DropTable(
                name: "AssessmentReturns");

            migrationBuilder.DropTable(
                name: "Samples");

            migrationBuilder.DropColumn(
                name: "InvestigationFormTitle",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "RectificationFormTitle",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "RectificationListsAll",
                table: "Settings");

            migrationBuilder.DropColumn(
                name: "BasicsConfirmedAt",
                table: "SelfAssessments");

            migrationBuilder.DropColumn(
                name: "BasicsConfirmedBy",
                table: "SelfAssessments");

            migrationBuilder.DropColumn(
                name: "BegunAt",
                table: "SelfAssessments");

            migrationBuilder.DropColumn(
                name: "BegunBy",
                table: "SelfAssessments");

            migrationBuilder.DropColumn(
                name: "OnBehalf",
                table: "SelfAssessments");

            migrationBuilder.DropColumn(
                name: "ReturnedAt",
                table: "SelfAssessments");

            migrationBuilder.DropColumn(
                name: "Total",
                table: "SelfAssessments");

            migrationBuilder.DropColumn(
                name: "IsByItems",
                table: "SchoolEvaluations");

            migrationBuilder.DropColumn(
                name: "CompletedAt",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "CompletedBy",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "ContactLeader",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "HeadSatisfaction",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "LearningAccepted",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "Methods",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "OrganisationSatisfaction",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "Total",
                table: "Reviews");

            migrationBuilder.DropColumn(
                name: "CommitteeSize",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "Elected",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "Founded",
                table: "Participants");

            migrationBuilder.DropColumn(
                name: "SecretaryPost",
                table: "Participants");
        }
    }
}
