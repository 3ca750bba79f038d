using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;

namespace BranchGrading.Web.Views.DisplayOrder;

public sealed class OrderForm : IVersionedForm
{
    public List<Line> Lines { get; set; } = [];

    /// <summary>What the list and its order were when the form was made.</summary>
    public Guid Version { get; set; }

    /// <summary>The list in words, for comparing two states of it.</summary>
    [Display(Name = "显示顺序")]
    public string Shown => string.Join("\n", Lines.OrderBy(line => line.Place).Select(line => line.Name));

    /// <summary>The list as it is, numbered from 1.</summary>
    public static OrderForm Of(IEnumerable<(int Id, string Name)> inOrder)
    {
        var lines = inOrder.Select((item, index) => new Line { Id = item.Id, Name = item.Name, Place = index + 1 }).ToList();
        var digest = SHA256.HashData(lines.SelectMany(line => BitConverter.GetBytes(line.Id)).ToArray());
        return new OrderForm { Lines = lines, Version = new Guid(digest.AsSpan(0, 16)) };
    }

    public sealed class Line
    {
        public int Id { get; set; }

        /// <summary>Shown only; what is posted for it is not used.</summary>
        [Microsoft.AspNetCore.Mvc.ModelBinding.BindNever]
        public string Name { get; set; } = "";

        [Required(ErrorMessage = "请填写序号。"), Range(typeof(decimal), "0", "100000", ErrorMessage = "序号应在 {1} 到 {2} 之间。")]
        public decimal? Place { get; set; }
    }
}
