using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class StandardItemMapping : IEntityTypeConfiguration<StandardItem>
{
    public void Configure(EntityTypeBuilder<StandardItem> item)
    {
        item.ToTable("StandardItems");
        item.Property(i => i.Order).HasColumnName("Position");
        item.Property(i => i.Name).HasMaxLength(StandardItem.NameLength);
        item.Property(i => i.Guidance).HasMaxLength(StandardItem.GuidanceLength);
        item.Property(i => i.RequiredEvidence).HasMaxLength(StandardItem.RequiredEvidenceLength);
        item.Property(i => i.Method).HasConversion<string>().HasMaxLength(20);
        item.Property(i => i.BonusKind).HasConversion<string>().HasMaxLength(20);
        item.Property(i => i.Panel).HasConversion<string>().HasMaxLength(20);
        item.PrimitiveCollection(i => i.NotApplicableTo).HasMaxLength(200).ElementType().HasConversion<string>();
        item.Ignore(i => i.IsSelfScored).Ignore(i => i.FullMarks);
        item.HasMany(i => i.Options).WithOne().HasForeignKey("ItemId").IsRequired().OnDelete(DeleteBehavior.ClientCascade);
    }
}
