"""Pages of classes, lessons, cards and of the pupils' entrance."""
