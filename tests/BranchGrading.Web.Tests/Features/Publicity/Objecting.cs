using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Tests.Features.Publicity;

/// <summary>What is done over and over about published grades.</summary>
internal static class Objecting
{
    public const string Statement = "评分时漏看了一次重要活动";

    public static Task<Answer> ObjectAsync(this HttpClient browser, int roundId, int participantId, string statement = Statement, string? contact = "13912349876") => browser.PostFormAsync(
        $"/rounds/{roundId}/publicity/objections/new", $"/rounds/{roundId}/publicity/objections", ("ParticipantId", participantId), ("Statement", statement), ("Contact", contact));

    public static Task<Answer> ReceiveAsync(this HttpClient browser, int roundId, int number) =>
        browser.PostFormAsync($"/rounds/{roundId}/objections/{number}", $"/rounds/{roundId}/objections/{number}/reception");

    public static Task<Answer> CheckAsync(this HttpClient browser, int roundId, int number, string findings = "已向学院核实") =>
        browser.PostFormAsync($"/rounds/{roundId}/objections/{number}", $"/rounds/{roundId}/objections/{number}/findings", ("Findings.Text", findings));

    public static Task<Answer> UpholdAsync(this HttpClient browser, int roundId, int number, string answer = "核查后维持") =>
        browser.PostFormAsync($"/rounds/{roundId}/objections/{number}", $"/rounds/{roundId}/objections/{number}/answer", ("Answer.Text", answer));

    /// <summary>Received and checked, ready for an answer.</summary>
    public static async Task PrepareAnswerAsync(this HttpClient browser, int roundId, int number)
    {
        await browser.ReceiveAsync(roundId, number);
        await browser.CheckAsync(roundId, number);
    }

    public static Task<Answer> PreviewRevisionAsync(this HttpClient browser, int roundId, int number, Grade grade, string reason = "核查属实") => browser.PostFormAsync(
        $"/rounds/{roundId}/objections/{number}/revision", $"/rounds/{roundId}/objections/{number}/revision/preview", ("Grade", grade), ("Reason", reason), ("Answer", "已经改定，谢谢您"));

    public static Task<Answer> ConfirmRevisionAsync(this HttpClient browser, int roundId, int number, Answer preview) =>
        browser.SendAsync($"/rounds/{roundId}/objections/{number}/revision", preview.FillIn($"/rounds/{roundId}/objections/{number}/revision", ""));

    public static Task<Answer> CorrectAsync(this HttpClient browser, int roundId, int participantId, Grade grade) => browser.PostFormAsync(
        $"/rounds/{roundId}/corrections/new?branch={participantId}", $"/rounds/{roundId}/corrections", ("Grade", grade), ("Reason", "票数录入有误"), ("DocumentNumber", "校党字〔2012〕30 号"));

    public static Task MakeFinalAsync(this GradingDbContext db, int roundId) => db.MakeFinalAsync(roundId, "部长", WebApp.Start.UtcDateTime.AddDays(10), new DateOnly(2012, 3, 30), CancellationToken.None);
}
