namespace BranchGrading.Domain.Organisation;

/// <summary>The words of screens for what changes in the organisation and what committees keep of a year.</summary>
public static class OrganisationChangeWords
{
    public static string Word(this OrganisationChangeKind kind) => kind switch
    {
        OrganisationChangeKind.Founding => "成立",
        OrganisationChangeKind.Dissolution => "撤销",
        OrganisationChangeKind.Merger => "合并",
        OrganisationChangeKind.Split => "拆分",
        OrganisationChangeKind.Renaming => "更名",
        OrganisationChangeKind.Move => "调整隶属",
        _ => "书记变更",
    };

    /// <summary>The change in one sentence, as the audit and lists tell it: 甲支部、乙支部 → 丙支部.</summary>
    public static string Sentence(this OrganisationChange change)
    {
        var (before, after) = (change.Before.ToList(), change.After.ToList());
        return change.Kind switch
        {
            OrganisationChangeKind.Founding => string.Join('、', after.Select(branch => $"{branch.CommitteeName} {branch.Name}")),
            OrganisationChangeKind.Dissolution => string.Join('、', before.Select(branch => $"{branch.CommitteeName} {branch.Name}")) + string.Concat(after.Select(branch => $"，由{branch.Name}接续")),
            OrganisationChangeKind.Move => string.Join('、', before.Zip(after, (from, to) => $"{from.Name}：{from.CommitteeName} → {to.CommitteeName}{(to.Name == from.Name ? "" : $"，改称{to.Name}")}")),
            OrganisationChangeKind.SecretaryChange => string.Join('、', before.Zip(after, (from, to) => $"{to.Name}：{from.PersonName ?? "（空缺）"} → {to.PersonName ?? "（空缺）"}")),
            _ => $"{string.Join('、', before.Select(branch => branch.Name))} → {string.Join('、', after.Select(branch => branch.Name))}",
        };
    }

    public static string Word(this TrainingKind kind) => Words<TrainingKind>.All[kind];

    public static string Word(this CommitteeNoteKind kind) => Words<CommitteeNoteKind>.All[kind];
}
