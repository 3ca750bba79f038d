namespace BranchGrading.Data.Mail;

/// <summary>The wording that holds until the department writes its own.</summary>
public static class BuiltInWording
{
    /// <summary>Kinds that can be switched off: they are written without anybody asking. The others are asked for each time.</summary>
    public static IReadOnlyList<MailKind> Switchable { get; } =
        [MailKind.DeadlineAhead, MailKind.Overdue, MailKind.Returned, MailKind.Published, MailKind.PlanDue, MailKind.Bulletin, MailKind.HandIn];

    private const string Foot = "\n\n{链接}\n\n{学校}{部门}\n这封邮件由分类定级系统自动发出，请不要直接回复。";

    public static MailText Of(MailKind kind) => kind switch
    {
        MailKind.DeadlineAhead => new("请在{截止}前完成：{事项}", "{称呼}：\n\n{单位}的「{事项}」还没有完成，{截止}截止。{说明}\n请安排时间办理；已经办好的，不用理会这封邮件。" + Foot),
        MailKind.Overdue => new("已经逾期：{事项}", "{称呼}：\n\n{单位}的「{事项}」已于{截止}截止，现在还没有完成。{说明}\n如需补办，请尽快与{部门}联系。" + Foot),
        MailKind.Reminder => new("催办：{事项}", "{称呼}：\n\n{单位}的「{事项}」还没有完成，截止时间：{截止}。{说明}\n请尽快办理；已经办好的，不用理会这封邮件。" + Foot),
        MailKind.Returned => new("已退回，请修改：{事项}", "{称呼}：\n\n{单位}的「{事项}」已经退回，请按页面上的要求修改后重新提交。截止时间：{截止}。{说明}" + Foot),
        MailKind.Published => new("开始公示：{事项}", "{称呼}：\n\n「{事项}」已经开始公示，公示到{截止}。请登录系统查看{单位}的情况。{说明}" + Foot),
        MailKind.PlanDue => new("整改事项到期提醒：{事项}", "{称呼}：\n\n{单位}的「{事项}」，完成时限：{截止}。{说明}\n请登录系统填写进展或申请销号。" + Foot),
        MailKind.Bulletin => new("新通知：{事项}", "{称呼}：\n\n有一则新通知：「{事项}」。{说明}\n请登录系统阅读。" + Foot),
        MailKind.HandIn => new("报送：{单位} {事项}", "{称呼}：\n\n{单位}报送了「{事项}」，文件见附件。{说明}" + Foot),
        MailKind.Test => new("测试邮件：{事项}", "{称呼}：\n\n这是一封测试邮件。收到它，说明发信设置可以使用。{说明}" + Foot),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
