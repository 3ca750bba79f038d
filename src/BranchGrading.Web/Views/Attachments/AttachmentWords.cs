using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Attachments;

/// <summary>What is told of a file.</summary>
public static class AttachmentWords
{
    /// <summary>The types taken in, as the browser's dialogue wants them.</summary>
    public const string Accept = ".pdf,.doc,.docx,.xls,.xlsx,.jpg,.jpeg,.png";

    public const string Hint = "pdf、doc、docx、xls、xlsx、jpg、png；每个不超过 20 MB，一次可以选几个。";

    public static string Kind(this Attachment attachment) => attachment.Extension switch
    {
        "pdf" => "PDF",
        "doc" or "docx" => "Word 文档",
        "xls" or "xlsx" => "Excel 表格",
        _ => "图片",
    };

    /// <summary>340 KB / 1.2 MB</summary>
    public static string Size(long bytes) => bytes < 1024 * 1024 ? $"{Math.Max(1, bytes / 1024)} KB" : $"{bytes / 1024m / 1024m:0.0} MB";
}
