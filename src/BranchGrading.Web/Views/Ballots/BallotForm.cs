using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Ballots;

/// <summary>The counts of one panel as they are typed from paper (§4).</summary>
public sealed class BallotForm : IVersionedForm
{
    private const int Most = 10_000;

    [Display(Name = "应到"), Range(0, Most, ErrorMessage = "应到人数应在 0 到 10000 之间。")]
    public int? Expected { get; set; }

    [Display(Name = "发出"), Required(ErrorMessage = "请填写发出的票数。"), Range(0, Most, ErrorMessage = "发出的票数应在 0 到 10000 之间。")]
    public int? Issued { get; set; }

    [Display(Name = "收回"), Required(ErrorMessage = "请填写收回的票数。"), Range(0, Most, ErrorMessage = "收回的票数应在 0 到 10000 之间。")]
    public int? Returned { get; set; }

    [Display(Name = "有效"), Required(ErrorMessage = "请填写有效的票数。"), Range(0, Most, ErrorMessage = "有效的票数应在 0 到 10000 之间。")]
    public int? Valid { get; set; }

    [Display(Name = "好"), Required(ErrorMessage = "请填写「好」的票数，没有就写 0。"), Range(0, Most, ErrorMessage = "票数应在 0 到 10000 之间。")]
    public int? Good { get; set; }

    [Display(Name = "较好"), Required(ErrorMessage = "请填写「较好」的票数，没有就写 0。"), Range(0, Most, ErrorMessage = "票数应在 0 到 10000 之间。")]
    public int? FairlyGood { get; set; }

    [Display(Name = "一般"), Required(ErrorMessage = "请填写「一般」的票数，没有就写 0。"), Range(0, Most, ErrorMessage = "票数应在 0 到 10000 之间。")]
    public int? Fair { get; set; }

    [Display(Name = "差"), Required(ErrorMessage = "请填写「差」的票数，没有就写 0。"), Range(0, Most, ErrorMessage = "票数应在 0 到 10000 之间。")]
    public int? Poor { get; set; }

    public Guid Version { get; set; }

    /// <summary>What is recorded, with the members as 应到 of their own panel where nothing is yet.</summary>
    public static BallotForm Of(DemocraticEvaluation? known, int? expected = null) => known is null
        ? new BallotForm { Expected = expected }
        : new BallotForm
        {
            Expected = known.Count.Expected,
            Issued = known.Count.Issued,
            Returned = known.Count.Returned,
            Valid = known.Count.Valid,
            Good = known.Count.Good,
            FairlyGood = known.Count.FairlyGood,
            Fair = known.Count.Fair,
            Poor = known.Count.Poor,
            Version = known.Version,
        };

    /// <summary>Counts that do not fit together are said at the one that does not; nobody's 应到 but the masses' may be blank.</summary>
    public void Check(Panel panel, ModelStateDictionary modelState)
    {
        if (panel == Panel.Members && Expected is null)
            modelState.TryAddModelError($"{panel}.{nameof(Expected)}", "请填写应到的党员人数。");
        if (modelState.IsValid && BallotCount.WhyNot(Expected, Issued!.Value, Returned!.Value, Valid!.Value, Good!.Value, FairlyGood!.Value, Fair!.Value, Poor!.Value) is { } why)
            modelState.AddModelError($"{panel}.{(why.StartsWith("收回", StringComparison.Ordinal) ? nameof(Returned) : nameof(Valid))}", why + "。");
    }

    public BallotCount ToCount() => new(Expected, Issued!.Value, Returned!.Value, Valid!.Value, Good!.Value, FairlyGood!.Value, Fair!.Value, Poor!.Value);
}
