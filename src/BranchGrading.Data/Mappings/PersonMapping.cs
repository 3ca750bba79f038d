using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("People");
        person.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.StaffNumber).HasMaxLength(Person.StaffNumberMaxLength);
        person.Property(p => p.StaffNumberKey).HasMaxLength(Person.StaffNumberMaxLength);
        person.Property(p => p.Phone).HasMaxLength(Person.PhoneMaxLength);
        person.Property(p => p.Email).HasMaxLength(Person.EmailMaxLength);
        person.HasIndex(p => p.StaffNumberKey).IsUnique();
        person.HasIndex(p => p.Name);
        person.HasMany(p => p.Terms).WithOne(t => t.Person).HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
