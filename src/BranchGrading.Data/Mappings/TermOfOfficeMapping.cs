using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class TermOfOfficeMapping : IEntityTypeConfiguration<TermOfOffice>
{
    public void Configure(EntityTypeBuilder<TermOfOffice> term)
    {
        term.Property(t => t.ConcurrentPost).HasMaxLength(TermOfOffice.ConcurrentPostMaxLength);
        term.Property(t => t.From).HasColumnName("Since");
        term.Property(t => t.To).HasColumnName("Until");
        term.Ignore(t => t.IsCurrent);
    }
}
