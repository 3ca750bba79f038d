using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ItemOptionMapping : IEntityTypeConfiguration<ItemOption>
{
    public void Configure(EntityTypeBuilder<ItemOption> option)
    {
        option.ToTable("ItemOptions");
        option.Property(o => o.Order).HasColumnName("Position");
        option.Property(o => o.Name).HasMaxLength(ItemOption.NameLength);
    }
}
