import Algebra
import Workings

/// `training_loop`: the code around a network, from compiling to predicting.
enum TrainingLoop {
  static let builtIn = BuiltIn(
    "training_loop",
    parameters: [
      .labelled("framework", .choice(["pytorch", "keras"]), or: .value(.text("pytorch")))
    ],
    summary: "the code that trains a network, with validation after every epoch",
    source: "pytorch.org/tutorials, keras.io/guides",
    example: .init("training_loop(framework: \"keras\")", gives: "a listing")
  ) { call throws(Failure) in
    let isKeras = try call.text("framework") == "keras"
    return .value(.listing(Listing(language: "python", source: isKeras ? keras : pytorch)))
  }

  private static let keras = """
    import keras

    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=1e-3),  # how the weights move
        loss="sparse_categorical_crossentropy",  # what is made small
        metrics=["accuracy"],  # what is watched
    )
    history = model.fit(
        x_train,
        y_train,
        batch_size=32,  # samples an update
        epochs=20,  # passes over the data
        validation_data=(x_val, y_val),
        callbacks=[
            keras.callbacks.EarlyStopping(
                monitor="val_loss", patience=3, restore_best_weights=True
            )
        ],
    )
    test_loss, test_accuracy = model.evaluate(x_test, y_test)
    probabilities = model.predict(x_new)

    """

  private static let pytorch = """
    import torch
    from torch import nn

    loss_function = nn.CrossEntropyLoss()  # takes logits
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)

    for epoch in range(20):
        model.train()  # dropout and batch norm as in training
        for inputs, targets in train_loader:
            optimizer.zero_grad()  # gradients add up otherwise
            outputs = model(inputs)  # forward
            loss = loss_function(outputs, targets)
            loss.backward()  # backward: a gradient for every weight
            optimizer.step()  # the update

        model.eval()  # dropout off, running statistics
        total_loss, correct, count = 0.0, 0, 0
        with torch.no_grad():
            for inputs, targets in val_loader:
                outputs = model(inputs)
                total_loss += loss_function(outputs, targets).item() * len(targets)
                correct += (outputs.argmax(dim=1) == targets).sum().item()
                count += len(targets)
        print(
            f"epoch {epoch + 1}: validation loss {total_loss / count:.4f}, "
            f"accuracy {correct / count:.4f}"
        )

    """
}
