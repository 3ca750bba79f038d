using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace BranchGrading.Web.Binding;

/// <summary>Reads a text with every line's end as one character, as browsers count it and as it is kept; they send two.</summary>
public sealed class TextBinder(ILoggerFactory loggers) : IModelBinder
{
    private readonly SimpleTypeModelBinder _inner = new(typeof(string), loggers);

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await _inner.BindModelAsync(bindingContext);
        if (bindingContext.Result is { IsModelSet: true, Model: string text })
            bindingContext.Result = ModelBindingResult.Success(text.ReplaceLineEndings("\n"));
    }
}
