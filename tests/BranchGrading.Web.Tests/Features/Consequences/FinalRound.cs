using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Tests.Features.Consequences;

/// <summary>Rounds that are over, corrections of their grades, and what is exported of them.</summary>
internal static class FinalRound
{
    /// <summary>A final round: those named have the given composite, the others 85.</summary>
    public static async Task<int> FinalAsync(this World world, int year, params (string Branch, decimal Score)[] scores)
    {
        var roundId = await world.PublishAsync(year, RoundRules.Default with { PublicityDays = 0 }, scores);
        await world.FinishAsync(roundId);
        return roundId;
    }

    public static Task FinishAsync(this World world, int roundId)
    {
        var now = world.App.Clock.GetUtcNow().UtcDateTime;
        return world.App.InDbAsync(db => db.MakeFinalAsync(roundId, "部长", now, DateOnly.FromDateTime(now), CancellationToken.None));
    }

    /// <summary>更正 of a final grade, stored as the act stores it: beside what was published and in the history. Whether the rules allow it is not asked.</summary>
    public static async Task CorrectAsync(this World world, int roundId, string branch, Grade grade)
    {
        var id = await world.ParticipantAsync(roundId, branch);
        await world.App.SaveAsync(async db =>
        {
            var published = await db.PublishedGrades.Include(row => row.Participant).SingleAsync(row => row.ParticipantId == id);
            published.Correct(grade);
            if (await db.PastGrades.SingleOrDefaultAsync(past => past.RoundId == roundId && past.BranchId == published.Participant.BranchId) is { } past)
                past.CorrectBy(roundId, grade);
        });
    }

    /// <summary>Posts an export and reads the workbook.</summary>
    public static async Task<XLWorkbook> ExportAsync(this HttpClient browser, string address, params KeyValuePair<string, string>[] fields)
    {
        using var content = new FormUrlEncodedContent([.. await browser.TokensAsync(), .. fields]);
        var response = await browser.PostAsync(new Uri(address, UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        return new XLWorkbook(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
    }

    /// <summary>The texts of a sheet's rows, its head first.</summary>
    public static List<string[]> Rows(this XLWorkbook workbook, string sheet) =>
        workbook.Worksheet(sheet).RowsUsed().Select(row => row.Cells(1, workbook.Worksheet(sheet).LastColumnUsed().ColumnNumber()).Select(cell => cell.GetString()).ToArray()).ToList();
}
