using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class FormKeyMapping : IEntityTypeConfiguration<FormKey>
{
    public void Configure(EntityTypeBuilder<FormKey> key)
    {
        key.HasKey(k => k.Key);
        key.Property(k => k.Key).HasColumnName("FormKey").ValueGeneratedNever();
        key.Property(k => k.Location).HasMaxLength(500);
        key.HasIndex(k => k.At);
    }
}
