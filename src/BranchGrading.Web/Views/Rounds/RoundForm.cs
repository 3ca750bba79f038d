using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Deadlines;
using BranchGrading.Web.Views.RoundRules;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Rounds;

/// <summary>Year, rules, deadlines and standards of a round that is prepared.</summary>
public sealed class RoundForm : IVersionedForm
{
    [Display(Name = "年度"), Range(GradingRound.FirstYear, GradingRound.LastYear, ErrorMessage = "年度应在 2000 到 2100 之间。")]
    public int Year { get; set; }

    public RulesForm Rules { get; set; } = new();

    public DeadlinesForm Deadlines { get; set; } = new();

    /// <summary>The standard of each branch type, in the order of the types.</summary>
    public List<int> StandardIds { get; set; } = [];

    /// <summary>Keys of the rules ticked as confirmed.</summary>
    public List<string> Confirmed { get; set; } = [];

    public Guid Version { get; set; }

    /// <summary>A new round: the default rules and the deadlines of the document, moved to its year.</summary>
    public static RoundForm For(int year, IReadOnlyList<int> standardIds) => new()
    {
        Rules = RulesForm.Of(Domain.Rounds.RoundRules.Default),
        Year = year,
        Deadlines = DeadlinesForm.InYear(year),
        StandardIds = [.. standardIds],
    };

    /// <summary>The round that follows: its rules and standards, the deadlines a year later; what is not in the document is confirmed anew.</summary>
    public static RoundForm After(GradingRound last, SchoolClock clock)
    {
        var form = Of(last, clock);
        (form.Year, form.Version, form.Confirmed) = (last.Year + 1, Guid.Empty, []);
        form.Deadlines.MoveByYears(1);
        return form;
    }

    public static RoundForm Of(GradingRound round, SchoolClock clock)
    {
        var form = new RoundForm { Year = round.Year, Rules = RulesForm.Of(round.Rules), Deadlines = DeadlinesForm.Of(round.Deadlines, clock), Version = round.Version };
        form.StandardIds = Enum.GetValues<BranchType>().Select(type => round.Standards.FirstOrDefault(standard => standard.BranchType == type)?.StandardId ?? 0).ToList();
        form.Confirmed = [.. round.ConfirmedRules.Split(',', StringSplitOptions.RemoveEmptyEntries)];
        return form;
    }

    /// <summary>Puts what is wrong with the rules beside their fields.</summary>
    public void Check(ModelStateDictionary modelState)
    {
        if (modelState.IsValid)
            Rules.Check(modelState, "Form.Rules");
        Deadlines.Check(modelState, "Form.Deadlines");
    }
}
