using System.Linq.Expressions;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>How entities of a type become rows: by the model's own columns and conversions, so that nothing has to be said twice.</summary>
internal sealed class RowShape
{
    private readonly List<(string Column, Func<object, object?> Value, ValueConverter? Converter)> columns = [];

    private RowShape(IEntityType type)
    {
        Table = type.GetTableName()!;
        var entity = Expression.Parameter(typeof(object));
        AddColumns(type, entity, Expression.Convert(entity, type.ClrType));
    }

    public string Table { get; }

    public IReadOnlyList<string> Columns => [.. columns.Select(c => c.Column)];

    /// <summary>The shapes of all entities, in an order in which rows may be written.</summary>
    public static IReadOnlyDictionary<Type, RowShape> AllOf(AppDbContext db) =>
        db.Model.GetEntityTypes().Where(t => !t.IsOwned()).ToDictionary(t => t.ClrType, t => new RowShape(t));

    /// <summary>The row of an entity, as the database driver takes it.</summary>
    public object?[] RowOf(object entity)
    {
        var row = new object?[columns.Count];
        for (var i = 0; i < row.Length; i++)
        {
            var (_, read, converter) = columns[i];
            var value = read(entity);
            row[i] = value is not null && converter is not null ? converter.ConvertToProvider(value) : value;
        }
        return row;
    }

    private void AddColumns(ITypeBase type, ParameterExpression entity, Expression at)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.IsShadowProperty())
                throw new InvalidOperationException(
                    $"{type.DisplayName()}.{property.Name} stands in the table alone: the loader cannot know it."
                );
            var value = Expression.Convert(Member(at, property), typeof(object));
            columns.Add(
                (
                    property.GetColumnName(),
                    Expression.Lambda<Func<object, object?>>(value, entity).Compile(),
                    property.GetTypeMapping().Converter
                )
            );
        }
        foreach (var part in type.GetComplexProperties())
            AddColumns(part.ComplexType, entity, Member(at, part));
    }

    private static MemberExpression Member(Expression of, IPropertyBase property) =>
        property.PropertyInfo is { } member ? Expression.Property(of, member) : Expression.Field(of, property.FieldInfo!);
}
