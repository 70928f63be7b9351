"""The view of agreement: figures by layer, by annotators, articles, topics and months, and the cases behind them."""
