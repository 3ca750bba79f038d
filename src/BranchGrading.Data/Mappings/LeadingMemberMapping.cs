using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class LeadingMemberMapping : IEntityTypeConfiguration<LeadingMember>
{
    public void Configure(EntityTypeBuilder<LeadingMember> member)
    {
        member.ToTable("LeadingMembers");
        member.Property(m => m.PersonName).HasMaxLength(Person.NameMaxLength);
        member.HasOne(m => m.Person).WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
