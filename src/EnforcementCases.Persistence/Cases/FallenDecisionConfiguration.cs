using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnforcementCases.Persistence.Cases;

internal sealed class FallenDecisionConfiguration : IEntityTypeConfiguration<FallenDecision>
{
    public void Configure(EntityTypeBuilder<FallenDecision> builder)
    {
        builder.ToTable("fallen_decisions");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Number).IsCode(DocumentNumber.MaxLength);
        builder.Property(d => d.ViolationCode).IsCode(40);
        builder.HasIndex(d => d.DecidedYear);
    }
}
